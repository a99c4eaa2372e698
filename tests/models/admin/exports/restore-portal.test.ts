import { createHash } from "node:crypto";
import { createWriteStream, rmSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import { boards, mailTokens, postFigures, posts, users, votes } from "#db/schema";
import { runExport } from "~/cli/export/run-export.server";
import { restoreFault } from "~/cli/restore/explain-fault";
import { runRestore } from "~/cli/restore/run-restore.server";
import { NotRestorable, type RestoreFault } from "~/models/admin/exports/not-restorable";
import { usualLimits } from "~/models/admin/exports/open-zip.server";
import { restorePortal } from "~/models/admin/exports/restore-portal.server";
import { exportedTables } from "~/models/admin/exports/tables.server";
import { writeZip } from "~/models/admin/exports/write-zip.server";
import { findEndOfComplete, isAfter } from "~/models/core/events/complete.server";
import { Query } from "~/models/core/text/query";
import { findFile } from "~/models/feedback/attachments/find-file.server";
import { removeAttachment } from "~/models/feedback/attachments/remove-attachment.server";
import { keyOf } from "~/models/feedback/attachments/storage-key";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { readQuestion } from "~/models/feedback/search/question";
import { searchPosts } from "~/models/feedback/search/search-posts.server";
import { refreshFigures } from "~/models/insights/figures/refresh-figures.server";
import { hashToken, keepMailTokens, mailTokenFor } from "~/models/telling/deliveries/tokens.server";
import { filesFolder } from "../../../support/app";
import { addBoard, addTag, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { png } from "../../../support/file-samples";
import { attach, postAt, testStore } from "../../../support/files";
import { exportBytes, moment } from "../../../support/portal-export";
import { change, changeAmong } from "../../../support/random-changes";
import { names } from "../../../support/random-steps";
import { useTemporaryFolder } from "../../../support/temporary-folder";
import { unzip } from "../../../support/zip";

useDatabase();
const folder = useTemporaryFolder();

const many = 12;

/** A portal in which all sorts of things have happened. */
async function live(seed: number) {
  const people = await cast(...names);
  const board = await addBoard("board-1");
  await addBoard("board-2");
  await addTag("tag-1");
  for (let i = 0; i < many; i++) await post(people.ben, (i % 4 ? idea : bug)(board, { title: `Gläser №${i} 🎈` }));
  for (const happening of fc.sample(changeAmong(many), { numRuns: 150, seed })) await change(happening, people, board);
}

/** As a portal that has just been set up. */
async function startAnew() {
  const tables = exportedTables.map(({ name }) => sql.identifier(name));
  await db.execute(sql`truncate ${sql.join(tables, sql`, `)} restart identity cascade`);
  await db.insert(boards).values({ slug: "feedback", name: "Feedback" });
}

async function write(bytes: Buffer) {
  return folder.write(bytes, "portal.zip");
}

async function fault(work: Promise<unknown>): Promise<RestoreFault> {
  const error = await work.then(
    () => undefined,
    (error) => error,
  );
  if (!(error instanceof NotRestorable)) throw error ?? new Error("It was restored.");
  expect(restoreFault(error.fault)).toMatch(/\.$/);
  return error.fault;
}

/** The same zip with some of its files changed. */
async function forge(bytes: Buffer, edit: (files: Map<string, string>) => void): Promise<string> {
  const files = new Map([...(await unzip(bytes))].map(([path, content]) => [path, content.toString()]));
  edit(files);
  const file = path.join(folder.path, "forged.zip");
  const entries = [...files].map(([path, text]) => ({
    path,
    async *content() {
      yield text;
    },
  }));
  await writeZip(entries, createWriteStream(file));
  return file;
}

test.each([1, 2, Number(process.env.SEED) || Date.now() % 1e9])(
  "what is exported, restored and exported again is the same to the byte (seed %i)",
  async (seed) => {
    await live(seed);
    const before = await exportBytes(db);
    await startAnew();
    await restorePortal(db, { store: testStore, file: await write(before) });
    const after = await exportBytes(db);
    expect([...(await unzip(after))]).toEqual([...(await unzip(before))]);
    expect(after.equals(before)).toBe(true);
  },
  60_000,
);

test("a restored portal goes on: posts are found, numbers follow on, references hold", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard("board-1"), { title: "Umbrellas for everybody" }));
  const file = path.join(folder.path, "out.zip");
  const said: string[] = [];
  const print = (line: string) => void said.push(line);
  await runExport(db, { store: testStore, file, at: moment, print });
  await startAnew();
  await runRestore(db, { store: testStore, file, print });
  expect(said.at(-1)).toBe("This portal is what was exported at 2026-03-01T12:00:00.000Z.");
  const found = await searchPosts(db, null, readQuestion(new Query({ q: "umbrellas" })));
  expect(JSON.stringify(found)).toContain("Umbrellas for everybody");
  const board = await addBoard("board-2");
  expect(await post(ben, idea(board))).toBe(2);
  const loose = await rows(
    db,
    sql`select conname from pg_constraint where contype = 'f' and condeferrable and connamespace = 'public'::regnamespace`,
  );
  expect(loose).toEqual([]);
  await expect(db.insert(votes).values({ postId: ben.id, userId: ben.id })).rejects.toThrow();
});

test("figures of a restored portal are counted, however many transactions the other one has had", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const board = await addBoard("board-1");
  for (let i = 0; i < 2; i++) await post(ben, idea(board));
  await refreshFigures(db);
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = 'replica'`);
    await tx.execute(sql`update events set transaction_id = '99999999999'`);
    await tx.execute(sql`update demand_settings set counted_before = '99999999999'`);
  });
  const file = await write(await exportBytes(db));
  await startAnew();
  await runRestore(db, { store: testStore, file, print: () => {} });
  await castVote(db, { viewer: cleo, number: 1 });
  await refreshFigures(db);
  const { number, votes } = postFigures;
  expect(await db.select({ number, votes }).from(postFigures).orderBy(number)).toEqual([
    { number: 1, votes: 2 },
    { number: 2, votes: 1 },
  ]);
  const notComplete = async () => rows(db, sql`select type from events where ${isAfter(await findEndOfComplete(db))}`);
  // Transactions of other databases of the server hold it back, for as long as they last.
  await expect.poll(notComplete, { timeout: 15_000 }).toEqual([]);
});

test("HTML of an archive is shown to nobody: all of it is made anew from the Markdown", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const board = await addBoard("board-1");
  await post(ben, idea(board, { body: "**Loud** & <b>clear</b>" }));
  await post(ben, bug(board, { steps: "Open *it*" }));
  await movePost(db, { viewer: mona, number: 1, from: "open", move: { to: "planned", answer: "We _will_." } });
  const before = await exportBytes(db);
  const trap = '<meta http-equiv=\\"refresh\\" content=\\"0;url=https://evil.example\\">';
  const file = await forge(before, (files) => {
    const manifest = JSON.parse(files.get("manifest.json") ?? "");
    for (const table of manifest.tables) {
      const path = `tables/${table.name}.jsonl`;
      const text = (files.get(path) ?? "").replace(/("(?:\w+_)html": ?)"(?:[^"\\]|\\.)*"/g, `$1"${trap}"`);
      const said = table.files.find((one: { path: string }) => one.path === path);
      said.bytes = Buffer.byteLength(text);
      said.sha256 = createHash("sha256").update(text).digest("hex");
      files.set(path, text);
    }
    files.set("manifest.json", JSON.stringify(manifest));
    expect([...files.values()].join("").split("evil.example").length).toBeGreaterThan(4);
  });
  await startAnew();
  await restorePortal(db, { store: testStore, file });
  const after = await unzip(await exportBytes(db));
  expect(Buffer.concat([...after.values()]).toString()).not.toContain("evil.example");
  expect([...after].filter(([path]) => path.startsWith("tables/"))).toEqual(
    [...(await unzip(before))].filter(([path]) => path.startsWith("tables/")),
  );
});

test("a link that ends mails works in the restored portal", async () => {
  const { ben } = await cast("ben");
  const token = mailTokenFor("a secret", { deliveryId: ben.id, scope: "unsubscribe" });
  await keepMailTokens(db, [{ token, scope: "unsubscribe", userId: ben.id, postId: null }]);
  const file = await write(await exportBytes(db));
  await startAnew();
  await restorePortal(db, { store: testStore, file });
  expect(await db.select({ hash: mailTokens.hash, userId: mailTokens.userId }).from(mailTokens)).toEqual([
    { hash: hashToken(token), userId: ben.id },
  ]);
});

test("a portal in which anything is already is left alone", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const file = await write(await exportBytes(db));
  expect(await fault(restorePortal(db, { store: testStore, file }))).toEqual({ code: "notEmpty" });
  expect(await db.$count(posts)).toBe(1);
});

test("nothing is restored of a file that is not what it was", async () => {
  await live(3);
  const bytes = await exportBytes(db);
  await startAnew();
  const votesPath = "tables/votes.jsonl";
  const cases: [string, (files: Map<string, string>) => void, RestoreFault["code"]][] = [
    ["a changed row", (files) => files.set("tables/posts.jsonl", `${files.get("tables/posts.jsonl")} `), "damaged"],
    ["a missing file", (files) => files.delete(votesPath), "missingFile"],
    ["one more", (files) => files.set("readme.txt", "x"), "unexpectedFile"],
    ["no manifest", (files) => files.delete("manifest.json"), "noManifest"],
    ["half a manifest", (files) => files.set("manifest.json", "{"), "noManifest"],
    ["another schema", replaced(/"schemaVersion": \d+/, '"schemaVersion": 7'), "otherSchema"],
    ["another table", replaced(/"name": "votes"/, '"name": "vetoes"'), "otherTables"],
  ];
  for (const [name, edit, code] of cases) {
    expect((await fault(restorePortal(db, { store: testStore, file: await forge(bytes, edit) }))).code, name).toBe(
      code,
    );
  }
  expect(await fault(restorePortal(db, { store: testStore, file: await write(Buffer.from("no zip")) }))).toMatchObject({
    code: "noZip",
  });
  const half = await write(bytes.subarray(0, bytes.length / 2));
  expect((await fault(restorePortal(db, { store: testStore, file: half }))).code).toBe("noZip");
  expect(await db.$count(users)).toBe(0);
  expect(await db.$count(boards)).toBe(1);
}, 60_000);

const replaced = (from: RegExp, to: string) => (files: Map<string, string>) =>
  void files.set("manifest.json", (files.get("manifest.json") ?? "").replace(from, to));

test("a row that fits no schema, or points to nothing, leaves the portal as empty as it was", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const bytes = await exportBytes(db);
  await startAnew();
  const path = "tables/posts.jsonl";
  const file = await forge(bytes, (files) => {
    const text = (files.get(path) ?? "").replace(
      /"author_id":"[^"]+"/,
      '"author_id":"00000000-0000-7000-8000-000000000000"',
    );
    const old = createHash("sha256")
      .update(files.get(path) ?? "")
      .digest("hex");
    files.set(path, text);
    const manifest = (files.get("manifest.json") ?? "").replace(old, createHash("sha256").update(text).digest("hex"));
    files.set("manifest.json", manifest);
  });
  await expect(restorePortal(db, { store: testStore, file })).rejects.toThrow();
  expect(await db.$count(posts)).toBe(0);
  expect(await db.select({ slug: boards.slug }).from(boards)).toEqual([{ slug: "feedback" }]);
});

test("files come along to the byte, but for those that were removed; what is missing where it was stored is empty", async () => {
  const { ben } = await cast("ben");
  const number = await post(ben, idea(await addBoard()));
  const to = await postAt(number);
  const content = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 256));
  const [kept, lost, removed] = [
    await attach(ben, to, "kept.bin", content),
    await attach(ben, to, "lost.bin"),
    await attach(ben, to, "kwxremoved.bin"),
  ];
  const picture = await attach(ben, to, "picture.png", await png(500, 400));
  await removeAttachment(db, { viewer: ben, id: removed });
  const bytesAt = async (id: string, width?: number) => {
    const found = await findFile(db, null, id);
    const read = found && (await testStore.get(keyOf(found.storageKey, width)));
    return read && (await buffer(read));
  };
  const smaller = await bytesAt(picture, 320);
  await testStore.remove(keyOf((await findFile(db, null, lost))?.storageKey ?? ""));
  const before = await exportBytes(db);
  expect(
    Buffer.concat(
      [...(await unzip(before)).entries()].filter(([path]) => path.startsWith("files/")).map(([, one]) => one),
    ).includes("kwxremoved"),
  ).toBe(false);
  rmSync(filesFolder, { recursive: true });
  await startAnew();
  await restorePortal(db, { store: testStore, file: await write(before) });
  expect((await bytesAt(kept))?.equals(content)).toBe(true);
  expect((await bytesAt(picture, 320))?.equals(smaller as Buffer)).toBe(true);
  expect((await bytesAt(lost))?.length).toBe(0);
  expect(await findFile(db, null, removed)).toBeUndefined();
});

test("no file of an archive lies anywhere but where files do", async () => {
  const { ben } = await cast("ben");
  await attach(ben, await postAt(await post(ben, idea(await addBoard()))), "file.txt");
  const bytes = await exportBytes(db);
  await startAnew();
  const id = "0199a0b0-0000-7000-8000-000000000001";
  const said = ["files/../../evil", `files/${id}/../x`, "/etc/evil"];
  const meant = ["files/x", "evil", `files/${id}/large`, `files/${id}/800/x`, `files/${id}0/800`];
  for (const path of [...said, ...meant]) {
    const file = await forge(bytes, (files) => {
      const [own = ""] = [...files.keys()].filter((one) => one.startsWith("files/"));
      files.set("manifest.json", (files.get("manifest.json") ?? "").replace(own, path));
      // What no program packs, the archive can only say that it has.
      if (said.includes(path)) return;
      files.set(path, files.get(own) ?? "");
      files.delete(own);
    });
    expect(await fault(restorePortal(db, { store: testStore, file })), path).toMatchObject({ code: "unexpectedFile" });
  }
});

test("many small files that unpack to far more than they are, are not unpacked either", async () => {
  const bomb = await forge(await exportBytes(db), (files) => {
    for (let i = 0; i < 30; i++) files.set(`files/${i}`, "0".repeat(990_000));
  });
  expect(await fault(restorePortal(db, { store: testStore, file: bomb }))).toMatchObject({ code: "tooLarge" });
});

test("a zip that unpacks to far more than it is, or has more files than any portal, is not unpacked", async () => {
  const bomb = await forge(await exportBytes(db), (files) => files.set("tables/votes.jsonl", "0".repeat(20_000_000)));
  expect(await fault(restorePortal(db, { store: testStore, file: bomb }))).toEqual({
    code: "tooLarge",
    path: "tables/votes.jsonl",
  });
  const file = await write(await exportBytes(db));
  const few = { ...usualLimits, files: 10 };
  expect((await fault(restorePortal(db, { store: testStore, file, limits: few }))).code).toBe("tooLarge");
  const tight = { ...usualLimits, bytes: 1000 };
  expect((await fault(restorePortal(db, { store: testStore, file, limits: tight }))).code).toBe("tooLarge");
});
