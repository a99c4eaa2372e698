import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { touch } from "~/models/core/events/touch.server";
import { setName } from "~/models/core/users/set-name.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { archiveArticle } from "~/models/help/articles/publish-article.server";
import { logged, useApp } from "../support/app";
import { addArticle, publishText } from "../support/articles";
import { ask, untilKept } from "../support/ask";
import { signedIn } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp({ PAGE_CACHE_MB: 8, BASE_URL: "http://portal.example" });

let people: Awaited<ReturnType<typeof cast<"ben" | "cleo" | "milo" | "mona">>>;
let board = 0;
const page = "/posts/1/dark-mode-at-night";

beforeEach(async () => {
  await untilKept();
  // The database was emptied behind our back.
  await touch(db, ["all"]);
  people = await cast("ben", "cleo", "milo", "mona");
  board = await addBoard();
  await post(people.ben, idea(board));
});

test("what was rendered for one visitor is there for the next, with an id of its own and all headers", async () => {
  const [first, second] = [await ask("/"), await ask("/")];
  expect([first.cache, second.cache]).toEqual(["fwd=miss", "hit"]);
  expect(second.body).toEqual(first.body);
  const differing = ["x-request-id", "cache-status", "date"];
  for (const [name, value] of Object.entries(first.headers)) {
    if (!differing.includes(name)) expect(second.headers[name], name).toEqual(value);
  }
  expect(second.headers["content-security-policy"]).toContain("script-src 'self';");
  expect(second.headers["cache-control"]).toBe("private, no-cache");
  const id = second.headers["x-request-id"];
  expect(id).not.toBe(first.headers["x-request-id"]);
  await expect.poll(() => logged.find((line) => line.id === id)).toMatchObject({ path: "/", status: 200 });
});

test("languages, themes and addresses have pages of their own", async () => {
  const wishes: Record<string, string>[] = [
    {},
    { "Accept-Language": "de-AT" },
    { Cookie: "language=ar" },
    { Cookie: "theme=dark" },
    { Cookie: "theme=dark; language=de" },
  ];
  const ways = [
    ...wishes.map((headers) => ["/", headers] as const),
    ["/?sort=top", {}] as const,
    ["/?lang=de", { "Accept-Language": "ar" }] as const,
  ];
  const bodies = new Set<string>();
  for (const [path, headers] of ways) {
    expect((await ask(path, { headers })).cache, path).toBe("fwd=miss");
    const again = await ask(path, { headers });
    expect(again.cache).toBe("hit");
    bodies.add(again.body.toString());
  }
  expect(bodies.size).toBe(ways.length);
  const dark = await ask("/", { headers: { Cookie: "language=de; theme=dark" } });
  expect(dark.cache).toBe("hit");
  expect(dark.body.toString()).toMatch(/<html lang="de".*data-theme="dark"/);
  const named = await ask("/?lang=de", { headers: { "Accept-Language": "ar" } });
  expect([named.cache, named.body.toString().includes('<html lang="de"')]).toEqual(["hit", true]);
});

test("who is signed in gets nothing from there and leaves nothing there", async () => {
  const { cookies } = await signedIn(people.cleo);
  const headers = { Cookie: `session=${cookies.get("session")}` };
  const [own] = [await ask(page, { headers }), await ask(page, { headers })];
  expect(own.body.toString()).toContain("/sign-out");
  const visitor = await ask(page);
  expect(visitor.cache).toBe("fwd=miss");
  expect(visitor.body.toString()).not.toContain("/sign-out");
  const after = await ask(page, { headers });
  expect([after.cache, after.body.toString().includes("/sign-out")]).toEqual([undefined, true]);
});

test.each([
  ["/", { Cookie: "toast=eyJ0b25lIjoic3VjY2VzcyIsImtleSI6InRvYXN0LnZvdGVkIn0" }],
  ["/", { Cookie: "session=nobodys" }],
  ["/?utm_source=mail", {}],
  ["/?q=dark", {}],
  ["/posts/99/nothing", {}],
  ["/posts/1", {}],
  ["/posts/1/history", {}],
  ["/search", {}],
  ["/sign-in", {}],
  [`/?board=${"x".repeat(400)}`, {}],
])("%s with %j is not kept", async (path, headers) => {
  await ask(path, { headers });
  expect((await ask(path, { headers })).cache).toBeUndefined();
});

test("what did not change is not sent again, in whichever form it is held", async () => {
  const etags = [(await ask("/")).headers.etag as string];
  for (const coding of ["gzip", "br"]) {
    const headers = { "Accept-Encoding": coding };
    const form = async () => (await ask("/", { headers })).headers;
    await expect.poll(async () => (await form())["content-encoding"]).toBe(coding);
    etags.push((await form()).etag as string);
  }
  expect(new Set(etags).size).toBe(3);
  for (const etag of etags) {
    expect(etag).toMatch(/^"[^"]+"$/);
    const same = await ask("/", { headers: { "If-None-Match": `"other", ${etag}` } });
    expect([same.status, same.body.length, same.headers["content-length"]]).toEqual([304, 0, undefined]);
    expect(same.headers["content-security-policy"]).toBeDefined();
  }
  await castVote(db, { viewer: people.cleo, number: 1 });
  await expect.poll(async () => (await ask("/", { headers: { "If-None-Match": etags[0] ?? "" } })).status).toBe(200);
});

test("brotli and gzip unpack to the page, and only for those who take them", async () => {
  const plain = await ask(page);
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
  for (const [coding, wish] of [
    ["br", "gzip, deflate, br, zstd"],
    ["gzip", "gzip;q=0.5, br;q=0"],
  ] as const) {
    const packed = () => ask(page, { headers: { "Accept-Encoding": wish } });
    await expect.poll(async () => (await packed()).headers["content-encoding"]).toBe(coding);
    const { body, headers } = await packed();
    expect(unpack[coding](body)).toEqual(plain.body);
    expect(headers["content-length"]).toBe(String(body.length));
    expect(headers.vary).toBe("Accept-Encoding, Accept-Language, Cookie");
  }
  expect((await ask(page)).headers["content-encoding"]).toBeUndefined();
});

test("HEAD has the headers without the page", async () => {
  expect((await ask("/", { method: "HEAD" })).cache).toBeUndefined();
  const whole = await ask("/");
  const head = await ask("/", { method: "HEAD" });
  expect([head.cache, head.body.length]).toEqual(["hit", 0]);
  expect(head.headers["content-length"]).toBe(String(whole.body.length));
  expect(head.headers.etag).toBe(whole.headers.etag);
});

test("many who want a page at once have it rendered once", async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => ask("/?sort=new")));
  const count = (cache: string) => answers.filter((answer) => answer.cache === cache).length;
  expect([count("fwd=miss"), count("hit")]).toEqual([1, 39]);
  expect(new Set(answers.map(({ body }) => body.toString())).size).toBe(1);
});

describe("a write through this process", () => {
  const statuses = async (paths: string[]) => Promise.all(paths.map(async (path) => (await ask(path)).cache));

  test("shows in the next read, and drops nothing that it does not touch", async () => {
    for (let i = 0; i < 25; i++) await post(people.ben, idea(board, { title: `Idea ${i}` }));
    for (let number = 2; number <= 26; number++) {
      for (const viewer of [people.cleo, people.milo]) await castVote(db, { viewer, number });
    }
    const untouched = ["/?sort=top", "/?sort=new", "/?sort=discussed", "/posts/5/idea-3"];
    const touched = [page, "/?sort=top&after=3_7"];
    await statuses([...untouched, ...touched]);
    expect(await statuses([...untouched, ...touched])).toEqual(Array(6).fill("hit"));
    const cleo = await signedIn(people.cleo);
    expect((await cleo.post("/posts/1/vote", { vote: "on" }, { Origin: "http://portal.example" })).status).toBe(303);
    expect((await ask(page)).body.toString()).toContain('data-count="2"');
    expect(await statuses(untouched)).toEqual(Array(4).fill("hit"));
    expect((await ask("/?sort=top&after=3_7")).cache).toBe("fwd=miss");
  });

  test("of another name drops the pages that the person is on, and no others", async () => {
    await post(people.cleo, idea(board, { title: "Of Cleo" }));
    const other = "/posts/2/of-cleo";
    await statuses([other, page]);
    expect(await statuses([other, page])).toEqual(["hit", "hit"]);
    await setName(db, { viewer: people.ben, name: "Benjamin" });
    await expect.poll(async () => (await ask(page)).body.toString()).toContain("Benjamin");
    expect((await ask(other)).cache).toBe("hit");
  });

  test("hides a post from the very next reader", async () => {
    await statuses(["/", page]);
    const milo = await signedIn(people.milo);
    expect((await milo.post("/posts/1/delete", { on: "yes" }, { Origin: "http://portal.example" })).status).toBe(303);
    expect((await ask(page)).status).toBe(404);
    expect((await ask("/")).body.toString()).not.toContain("Dark mode");
  });

  test("of an article shows on every page of articles, and drops no others", async () => {
    const viewer = people.mona;
    const number = await addArticle(viewer, { title: "Sign in" });
    const gone = await addArticle(viewer, { title: "Sign out" });
    const help = ["/help", "/help/getting-started", `/help/articles/${number}/sign-in`];
    await statuses([...help, page]);
    expect(await statuses([...help, page])).toEqual(Array(4).fill("hit"));
    await archiveArticle(db, { viewer, number: gone });
    await expect.poll(() => statuses(help)).toEqual(Array(3).fill("fwd=miss"));
    for (const path of help) expect((await ask(path)).body.toString()).not.toContain("Sign out");
    await publishText(viewer, { number, language: "en", version: 1, title: "Sign in", body: "With a **passkey**." });
    await expect.poll(async () => (await ask(help[2] ?? "")).body.toString()).toContain("passkey");
    expect((await ask(page)).cache).toBe("hit");
  });
});
