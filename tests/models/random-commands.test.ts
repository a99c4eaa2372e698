import { asc, eq, isNull, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import { comments, events, follows, merges, moves, posts, votes } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";
import { DomainError } from "~/models/core/domain-error";
import { listOriginalsOf, withDuplicates } from "~/models/feedback/posts/duplicates.server";
import { canMove } from "~/models/feedback/posts/lifecycle";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";
import { db, triesOf, useDatabase } from "../support/database";
import { beginAfresh, play, step } from "../support/random-steps";

useDatabase();

async function expectTruth(): Promise<void> {
  const wrong = await rows(
    db,
    sql`select number from posts p where
      vote_count <> (select count(*) from votes where post_id = p.id) or
      comment_count <> (select count(*) from comments where post_id in (${withDuplicates(sql`p.id`)}) and deleted_at is null) or
      follower_count <> (select count(*) from follows where post_id = p.id and level <> 'muted')`,
  );
  expect(wrong, "counters that differ from a recount").toEqual([]);
  await expectStraightLinks();
  const [numbers] = await rows<{ count: number; last: number }>(
    db,
    sql`select count(*)::int as count, (select last from numbering where name = 'post') as last from posts`,
  );
  expect(numbers?.last, "a gap in the numbers").toBe(numbers?.count);
  await expectLegalMoves();
  await expectCompleteHistory();
}

/** Every duplicate leads straight to a post that is none, and belongs there step by step as well. */
async function expectStraightLinks(): Promise<void> {
  const all = await db.select().from(posts);
  for (const { id, mergedInto } of all) {
    const path = await listOriginalsOf(db, id);
    expect(path.at(-1)).toBe(mergedInto ?? id);
    expect(path).toHaveLength(new Set(path).size);
  }
  const counted = await rows(
    db,
    sql`select number from posts p where merged_into is null and comment_count <> (select count(*) from comments
      join posts home on home.id = post_id and (home.id = p.id or home.merged_into = p.id)
      where comments.deleted_at is null)`,
  );
  expect(counted).toEqual([]);
}

async function expectLegalMoves(): Promise<void> {
  const all = await db.select().from(posts);
  for (const one of all) {
    const path = await db.select().from(moves).where(eq(moves.postId, one.id)).orderBy(moves.id);
    let status: PostStatus = "open";
    for (const { from, to } of path) {
      expect(from).toBe(status);
      expect(canMove({ kind: one.kind, status: from }, to), `${one.kind}: ${from} to ${to}`).toBe(true);
      status = to;
    }
    expect(one.status).toBe(status);
  }
}

/** What is there follows from the events alone. */
async function expectCompleteHistory(): Promise<void> {
  const count = async (type: string) => (await db.select().from(events).where(eq(events.type, type))).length;
  expect(await count("post.submitted")).toBe((await db.select().from(posts)).length);
  expect(await count("post.status_changed")).toBe((await db.select().from(moves)).length);
  await expectOwnVotes();
  expect(await count("comment.submitted")).toBe((await db.select().from(comments)).length);
  const gone = (await db.select().from(comments)).filter(({ deletedAt }) => deletedAt);
  expect(await count("comment.deleted")).toBe(gone.length);
  await expectChosenLevels();
}

/** What is no copy of a duplicate's vote was cast, by voting or by posting, and not taken back since. */
async function expectOwnVotes(): Promise<void> {
  const happened = await db.select().from(events).orderBy(asc(events.id));
  const cast = new Set<string>();
  for (const { type, actorId, postId } of happened) {
    if (type === "post.voted" || type === "post.submitted") cast.add(`${actorId} ${postId}`);
    if (type === "post.unvoted") cast.delete(`${actorId} ${postId}`);
  }
  const own = await db.select().from(votes).where(isNull(votes.mergedFrom));
  expect(new Set(own.map(({ userId, postId }) => `${userId} ${postId}`))).toEqual(cast);
}

/**
 * Whoever chose a level has the one they chose last; others that of how they came, or, where there were
 * duplicates, maybe that of a duplicate.
 */
async function expectChosenLevels(): Promise<void> {
  const choices = await db.select().from(events).where(eq(events.type, "post.followed")).orderBy(events.id);
  const last = new Map(
    choices.map(({ actorId, postId, data }) => [`${actorId} ${postId}`, (data as { to: string }).to]),
  );
  const originals = new Set((await db.select().from(merges)).map(({ originalId }) => originalId));
  const authors = new Set((await db.select().from(posts)).map(({ authorId, id }) => `${authorId} ${id}`));
  for (const { userId, postId, level, mergedFrom } of await db.select().from(follows)) {
    const who = `${userId} ${postId}`;
    const chosen = last.get(who);
    if (chosen) expect({ level, mergedFrom }).toEqual({ level: chosen, mergedFrom: null });
    else if (!originals.has(postId)) expect(level).toBe(authors.has(who) ? "everything" : "milestones");
    last.delete(who);
  }
  expect([...last], "choices that are lost").toEqual([]);
}

/** Everything that merging changes. */
async function state() {
  return {
    posts: await db
      .select({
        number: posts.number,
        mergedInto: posts.mergedInto,
        votes: posts.voteCount,
        followers: posts.followerCount,
        comments: posts.commentCount,
      })
      .from(posts)
      .orderBy(posts.number),
    votes: await db.select().from(votes).orderBy(votes.postId, votes.userId),
    follows: await db.select().from(follows).orderBy(follows.postId, follows.userId),
  };
}

/** Resolves to whether it was possible. */
async function isDone(command: Promise<unknown>): Promise<boolean> {
  const [outcome] = await Promise.allSettled([command]);
  if (outcome.status === "rejected" && !(outcome.reason instanceof DomainError)) throw outcome.reason;
  return outcome.status === "fulfilled";
}

test("whatever people do in whatever order, counters, numbers, moves and history stay true", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const { people, board } = await beginAfresh();
      await play(steps, people, board);
      await expectTruth();
    }),
    { numRuns: triesOf(25), interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
  );
}, 120_000);

test("whatever happened before, merging any post into any other and unmerging it changes nothing", async () => {
  let merged = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      const { people, board } = await beginAfresh();
      await play(steps, people, board);
      const before = await state();
      const touched = before.posts.slice(0, 5);
      for (const { number } of touched.filter(({ mergedInto }) => !mergedInto)) {
        for (const { number: into } of touched) {
          if (!(await isDone(mergePosts(db, { viewer: people.milo, number, into })))) continue;
          merged++;
          await unmergePost(db, { viewer: people.mona, number });
          expect(await state()).toEqual(before);
        }
      }
    }),
    { numRuns: triesOf(10), interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
  );
  expect(merged).toBeGreaterThan(triesOf(20));
}, 120_000);
