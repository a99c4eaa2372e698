import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { boards, posts } from "#db/schema";
import { importPosts } from "~/models/admin/imports/import-posts.server";
import type { ImportedPost } from "~/models/admin/imports/imported-post";
import type { Row } from "~/models/admin/imports/row";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const names = new Map([["a/app", "app"]]);

async function* rowsOf(
  total: number,
  change: (place: number) => Partial<ImportedPost> = () => ({}),
): AsyncGenerator<Row> {
  for (let place = 1; place <= total; place += 1) {
    const post: ImportedPost = {
      title: `Post ${place}`,
      body: "",
      kind: "idea",
      status: "open",
      board: "a/app",
      tags: [],
      source: "test",
      sourceId: String(place),
      ...change(place),
    };
    yield { line: place, post, remarks: [] };
  }
}

const countPosts = async () => (await db.select({ count: count() }).from(posts))[0]?.count;

test("a thousand rows at a time are written, each thousand whole or not at all, and the next run goes on", async () => {
  const impossible = (place: number) => (place === 2100 ? { status: "fixed" as const } : {});
  await expect(importPosts(db, { rows: rowsOf(2500, impossible), boardNames: names })).rejects.toThrow();
  expect(await countPosts()).toBe(2000);
  expect(await importPosts(db, { rows: rowsOf(2500), boardNames: names })).toEqual({
    imported: 500,
    alreadyHere: 2000,
  });
  const [last] = await db.select({ number: posts.number }).from(posts).where(eq(posts.sourceId, "2500"));
  expect(last).toEqual({ number: 2500 });
}, 60_000);

test("long texts make shorter batches, so that memory stays the same", async () => {
  const body = "x".repeat(256 * 1024);
  const rows = rowsOf(40, (place) => ({ body, status: place === 40 ? "fixed" : "open" }));
  await expect(importPosts(db, { rows, boardNames: names })).rejects.toThrow();
  expect(await countPosts()).toBe(32);
});

test("boards get the names that were chosen for them, and refused rows are left out", async () => {
  async function* rows(): AsyncGenerator<Row> {
    yield* rowsOf(1);
    yield { line: 2, fault: { code: "noTitle" } };
    yield* rowsOf(1, () => ({ board: "Other", sourceId: "2" }));
  }
  expect(await importPosts(db, { rows: rows(), boardNames: names })).toEqual({ imported: 2, alreadyHere: 0 });
  expect((await db.select({ name: boards.name }).from(boards)).map(({ name }) => name).sort()).toEqual([
    "Other",
    "app",
  ]);
});

test("progress grows with every row, and ends with all of them", async () => {
  const seen: number[] = [];
  await importPosts(db, { rows: rowsOf(1500), boardNames: names, onProgress: (done) => seen.push(done) });
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(new Set(seen).size).toBe(1500);
  expect(seen.at(-1)).toBe(1500);
});
