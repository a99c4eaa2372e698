import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { rows } from "#db/client.server";
import { posts, termCounts, wordings, wordingTotals } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { catchUpSimilar, rebuildSimilar } from "~/models/core/wordings/rebuild-similar.server";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { findSimilarPosts } from "~/models/feedback/posts/find-similar-posts.server";
import { addBoard, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

let ben: User;

beforeEach(async () => {
  ({ ben } = await cast("ben"));
  const board = await addBoard();
  await post(ben, idea(board, { title: "Dark colours", body: "For the night, the dark night." }));
  await post(ben, idea(board, { title: "Bright colours", body: "For the day." }));
  await post(ben, bug(board, { title: "It flickers", actual: "At night" }));
});

const standing = async () => ({
  counts: await db.select().from(termCounts).orderBy(termCounts.term),
  totals: await db.select().from(wordingTotals).orderBy(wordingTotals.id),
  terms: await db.select({ number: wordings.number, terms: wordings.terms }).from(wordings).orderBy(wordings.number),
});

test("the counts that commands keep are those that counting everything anew gives", async () => {
  await editPost(db, { viewer: ben, number: 2, edit: { kind: "idea", title: "Pale colours", body: "Paler by night" } });
  const kept = await standing();
  const counted = await rows<{ term: number; publicPosts: number }>(
    db,
    sql`select term, count(*)::int as "publicPosts" from wordings, unnest(terms) as term group by term order by term`,
  );
  const shown = kept.counts.filter(({ publicPosts }) => publicPosts !== 0);
  expect(shown.map(({ term, publicPosts }) => ({ term, publicPosts }))).toEqual(counted);
  expect(kept.totals[0]?.posts).toBe(3);
  await rebuildSimilar(db);
  const { counts, totals, terms } = await standing();
  expect(counts).toEqual(shown);
  expect({ totals, terms }).toEqual({ totals: kept.totals, terms: kept.terms });
});

test("rebuilding puts right what is missing or wrong, and says how far it is", async () => {
  const before = await standing();
  await db.delete(wordings).where(eq(wordings.number, 1));
  await db.update(termCounts).set({ publicPosts: 77 });
  await db.update(wordingTotals).set({ posts: 5, titleLength: 1 });
  const progress: number[] = [];
  await rebuildSimilar(db, (done) => progress.push(done));
  expect(await standing()).toEqual(before);
  expect(progress).toEqual([3]);
});

test("posts from before there were wordings, or made by older rules, catch up", async () => {
  const before = await standing();
  await db.delete(wordings);
  await db.delete(termCounts);
  await db.delete(wordingTotals);
  const question = { title: "night", limit: 5 };
  expect(await findSimilarPosts(db, ben, question)).toEqual([]);
  await catchUpSimilar(db);
  expect(await standing()).toEqual(before);
  await db.update(posts).set({ title: "Moonlight" }).where(eq(posts.number, 1));
  await db.update(wordings).set({ version: 0 }).where(eq(wordings.number, 1));
  await catchUpSimilar(db);
  expect((await findSimilarPosts(db, ben, { title: "moonlight", limit: 5 })).map(({ number }) => number)).toEqual([1]);
});
