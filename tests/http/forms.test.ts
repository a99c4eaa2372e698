import { expect, test } from "vitest";
import { z } from "zod";
import { knownFields } from "~/http/known-fields";
import { useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, addTag, cast } from "../support/cast";
import { useDatabase } from "../support/database";
import { sendRaw, statusOf } from "../support/raw";

useDatabase();
useApp();

const megabyte = 990_000;
const urlencoded = "application/x-www-form-urlencoded";
const multipart = 'multipart/form-data; boundary="b"';

/** As often as it fits into what a body may have. */
const filled = (piece: (i: number) => string): string => {
  const pieces: string[] = [];
  for (let i = 0, length = 0; length < megabyte; i++) {
    const one = piece(i);
    pieces.push(one);
    length += one.length;
  }
  return pieces.join("").slice(0, megabyte);
};

const part = (name: string, value = "a", more = "") =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;

const shapes: Record<string, [type: string, body: string]> = {
  "a place far out in a list": [urlencoded, "email[100000000]=a"],
  "many places far out": [urlencoded, filled((i) => `email[${i}000000]=a&`)],
  "one field a hundred thousand times": [urlencoded, filled(() => "email=1&")],
  "one field in two hundred pieces": [urlencoded, `${"email=1&".repeat(190)}next=/`],
  "fields without names": [urlencoded, "&".repeat(megabyte)],
  "signs of equality": [urlencoded, "=".repeat(megabyte)],
  "names that nobody knows": [urlencoded, filled((i) => `name${i}=a&`)],
  "a name of a megabyte": [urlencoded, `${"a".repeat(megabyte)}=1`],
  "a name that is nested a hundred thousand times": [urlencoded, `email${"[a]".repeat(300_000)}=1`],
  "a name with a dot after each letter": [urlencoded, `email${".a".repeat(400_000)}=1`],
  "a value of a megabyte": [urlencoded, `email=${"a".repeat(megabyte)}`],
  "a value of percent signs": [urlencoded, `email=${"%41".repeat(300_000)}`],
  "a state that is none": [urlencoded, `__state__=${"[".repeat(megabyte)}&email=a`],
  "an intent that is none": [urlencoded, "__intent__={bad&email=a"],
  "no intent": [urlencoded, "__intent__=null&email=a"],
  "an intent that would change every object": [
    urlencoded,
    `__intent__=${encodeURIComponent('{"type":"update","payload":{"name":"__proto__.x","value":1}}')}&email=a`,
  ],
  "the parent of every object": [urlencoded, "__proto__[x]=1&constructor.prototype.x=1&email=a"],
  "many parts": [multipart, `${filled(() => part("email"))}--b--`],
  "many parts with files": [multipart, `${filled(() => part("email", "a", '; filename="f"'))}--b--`],
  "a file for a text": [multipart, `${part("email", "a", '; filename="f"')}--b--\r\n`],
  "a part without an end": [multipart, `${part("email").slice(0, -2)}${"-".repeat(megabyte)}`],
  "nearly the boundary": [multipart, `${part("email", "\r\n-".repeat(300_000))}--b--`],
  "a head of a megabyte": [multipart, `--b\r\n${"x".repeat(megabyte)}`],
  "heads and heads": [multipart, `--b\r\n${"X: y\r\n".repeat(160_000)}`],
  "a name of quotes": [multipart, `${part('"'.repeat(megabyte))}--b--`],
  "a list of other things": ["application/json", `{"email":${"[".repeat(megabyte)}`],
  "a text": ["text/plain", "email=a"],
  "no boundary": ["multipart/form-data", "--b"],
  "a boundary of nothing": ['multipart/form-data; boundary=""', "--b"],
  "a broken boundary": ["multipart/form-data; boundary=c", part("email")],
  "no end to a boundary": ['multipart/form-data; boundary="c', part("email")],
  "nothing but a type": [multipart, ""],
  "no type, but a body": ["", "email=a"],
  "no type and no body": ["", ""],
};

const send = (path: string, type: string, body: string) =>
  sendRaw(`POST ${path} HTTP/1.1\nHost: x\nContent-Length: ${body.length}${type && `\nContent-Type: ${type}`}`, body);

test("a megabyte of any shape is refused within half a second of work: what grows faster than it takes many", async () => {
  await send("/sign-in", urlencoded, "email=a");
  const slow: [string, number][] = [];
  for (const [name, [type, body]] of Object.entries(shapes)) {
    const work: number[] = [];
    for (let tries = 0; tries < 8 && (work.length === 0 || Math.min(...work) > 500); tries++) {
      const before = process.cpuUsage();
      const status = statusOf(await send("/sign-in", type, body));
      const { user, system } = process.cpuUsage(before);
      work.push((user + system) / 1000);
      expect([name, status], name).toEqual([
        name,
        expect.toSatisfy((answer: number) => [400, 415, 422].includes(answer)),
      ]);
    }
    if (Math.min(...work) > 500) slow.push([name, Math.min(...work)]);
  }
  expect(slow).toEqual([]);
  expect(
    statusOf(
      await send(
        "/theme",
        urlencoded,
        filled(() => "theme=dark&"),
      ),
    ),
  ).toBe(400);
}, 120_000);

test("what a form has besides is left out, and it works", async () => {
  const { ben } = await cast("ben");
  const board = await addBoard();
  const visitor = await signedIn(ben);
  const fields = { kind: "idea", title: "Dark mode", body: "Please.", boardId: board, id: crypto.randomUUID() };
  const more = { __intent__: "null", "tagIds[7000000]": "1", "title.x": "y", authorId: "1", extension: "x" };
  const page = await visitor.post("/posts/new", { ...fields, ...more });
  expect([page.status, page.location]).toEqual([303, "/posts/1/dark-mode"]);
});

test("a list that is too long is told so, however long it is", async () => {
  const { ben } = await cast("ben");
  await addBoard();
  await addTag("loud");
  const visitor = await signedIn(ben);
  const tagIds = Array.from({ length: 150 }, (_, i) => i + 1);
  const page = await visitor.post("/posts/new", {
    kind: "idea",
    title: "Dark mode",
    body: "Please.",
    boardId: 1,
    tagIds,
  });
  expect(page.status).toBe(422);
  expect(words(page)).toContain("at most 5");
});

test.each(["2147483648", "99999999999999999999", "1e400", "-1", "0x10000000000"])(
  "a number that no row can have (%s) is refused",
  async (id) => {
    const { mona, ben } = await cast("mona", "ben");
    await addBoard();
    const [maintainer, member] = [await signedIn(mona), await signedIn(ben)];
    await member.post("/posts/new", { kind: "idea", title: "Dark", body: "x", boardId: 1, id: crypto.randomUUID() });
    const answers = [
      await member.post("/posts/new", { kind: "idea", title: "Dark", body: "x", boardId: id, tagIds: [id] }),
      await maintainer.post("/posts/1/board", { boardId: id }),
      await maintainer.post("/posts/1/tags", { tagIds: [id] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 400]);
  },
);

test.each(["__proto__", "constructor", "toString"])("a kind that every object has (%s) is none", async (kind) => {
  const { ben } = await cast("ben");
  await addBoard();
  const visitor = await signedIn(ben);
  expect((await visitor.post("/posts/new", { kind, title: "Dark", body: "x", boardId: 1 })).status).toBe(400);
  expect((await visitor.post("/posts/preview", { kind, title: "Dark", body: "x", boardId: 1 })).status).toBe(200);
});

test("a draft is shown again as it was, with its tags, before it is posted", async () => {
  const { ben } = await cast("ben");
  await addBoard();
  const visitor = await signedIn(ben);
  const page = await visitor.post("/posts/preview", { kind: "bug", title: "Dark", actual: "**x**", version: "1.4" });
  expect(page.document.querySelector<HTMLInputElement>("[name=title]")?.value).toBe("Dark");
  expect(page.document.querySelector<HTMLInputElement>("[name=version]")?.value).toBe("1.4");
});

test("names come from the schema, through all that can stand around a field", () => {
  const schema = z
    .object({ a: z.string().trim().optional().default("x"), file: z.instanceof(File).optional() })
    .and(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("x"), list: z.preprocess((value) => value, z.array(z.string()).max(3)) }),
        z.object({ kind: z.literal("y"), map: z.partialRecord(z.enum(["m", "n"]), z.string()) }),
      ]),
    )
    .transform((value) => value);
  const most = Object.fromEntries([...knownFields(schema)].map(([name, field]) => [name, field.most]));
  expect(most).toEqual({ a: 1, file: 1, kind: 1, list: 4, "map.m": 1, "map.n": 1 });
  expect([...knownFields(schema)].filter(([, { takesFiles }]) => takesFiles).map(([name]) => name)).toEqual(["file"]);
});

test("a visitor's form does not reach what a prototype holds", async () => {
  await new Visitor().post("/sign-in", { "__proto__.polluted": "yes", "constructor.prototype.polluted": "yes" });
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});
