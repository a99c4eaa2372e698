import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import { comments, events, follows, moves, posts, votes } from "#db/schema";
import type { PostStatus } from "#db/schema/posts";
import { deleteComment } from "~/models/comments/delete-comment.server";
import { submitComment } from "~/models/comments/submit-comment.server";
import { DomainError } from "~/models/domain-error";
import { followLevels } from "~/models/posts/follow-level";
import { followPost } from "~/models/posts/follow-post.server";
import { canMove, statuses } from "~/models/posts/lifecycle";
import { deletePost, lockPost } from "~/models/posts/mark-post.server";
import { closeOwnPost, movePost } from "~/models/posts/move-post.server";
import { castVote, withdrawVote } from "~/models/posts/vote-for-post.server";
import type { User } from "~/models/users/viewer";
import { addBoard, bug, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();

const names = ["ada", "mona", "milo", "ben", "cleo", "dave"] as const;

/** What somebody does to some post; whether it is allowed is for the commands to say. */
const step = fc.record({
  who: fc.constantFrom(...names),
  number: fc.integer({ min: 1, max: 5 }),
  what: fc.constantFrom(
    "idea",
    "bug",
    "vote",
    "unvote",
    "follow",
    "comment",
    "uncomment",
    "move",
    "close",
    "lock",
    "delete",
  ),
  from: fc.constantFrom(...statuses),
  to: fc.constantFrom(...statuses),
  level: fc.constantFrom(...followLevels),
  on: fc.boolean(),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function take({ what, number, level, on, to, from }: Step, viewer: User, boardId: number): Promise<void> {
  switch (what) {
    case "idea":
      return void (await post(viewer, idea(boardId, { body: "" })));
    case "bug":
      return void (await post(viewer, bug(boardId, { steps: "", expected: "", actual: "" })));
    case "vote":
      return void (await castVote(db, { viewer, number }));
    case "unvote":
      return void (await withdrawVote(db, { viewer, number }));
    case "follow":
      return followPost(db, { viewer, number, level });
    case "comment":
      return submitComment(db, { viewer, number, id: uuid(), body: "" });
    case "uncomment":
      return void (await deleteComment(db, { viewer, id: await someComment() }));
    case "move":
      return movePost(db, {
        viewer,
        number,
        from: on ? await statusOf(number) : from,
        move: { to, answer: "So.", release: "" } as never,
      });
    case "close":
      return closeOwnPost(db, { viewer, number });
    case "lock":
      return lockPost(db, { viewer, number, on });
    case "delete":
      return deletePost(db, { viewer, number, on });
  }
}

async function statusOf(number: number): Promise<PostStatus> {
  const [row] = await db.select({ status: posts.status }).from(posts).where(eq(posts.number, number));
  return row?.status ?? "open";
}

async function someComment(): Promise<string> {
  const [row] = await db.select({ id: comments.id }).from(comments).orderBy(sql`random()`).limit(1);
  return row?.id ?? uuid();
}

/** All at once in twos, so that commands meet; what is refused is refused politely. */
async function play(steps: Step[], people: Record<(typeof names)[number], User>, board: number): Promise<void> {
  for (let i = 0; i < steps.length; i += 2) {
    const pair = steps.slice(i, i + 2).map((one) => take(one, people[one.who], board));
    for (const outcome of await Promise.allSettled(pair)) {
      if (outcome.status === "rejected" && !(outcome.reason instanceof DomainError)) throw outcome.reason;
    }
  }
}

async function expectTruth(): Promise<void> {
  const wrong = await rows(
    db,
    sql`select number from posts p where
      vote_count <> (select count(*) from votes where post_id = p.id) or
      comment_count <> (select count(*) from comments where post_id = p.id and deleted_at is null) or
      follower_count <> (select count(*) from follows where post_id = p.id and level <> 'muted')`,
  );
  expect(wrong, "counters that differ from a recount").toEqual([]);
  const [numbers] = await rows<{ count: number; last: number }>(
    db,
    sql`select count(*)::int as count, (select last from numbering where name = 'post') as last from posts`,
  );
  expect(numbers?.last, "a gap in the numbers").toBe(numbers?.count);
  await expectLegalMoves();
  await expectCompleteHistory();
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
  expect((await count("post.voted")) - (await count("post.unvoted"))).toBe((await db.select().from(votes)).length);
  expect(await count("comment.submitted")).toBe((await db.select().from(comments)).length);
  const gone = (await db.select().from(comments)).filter(({ deletedAt }) => deletedAt);
  expect(await count("comment.deleted")).toBe(gone.length);
  await expectChosenLevels();
}

/** Whoever chose a level has the one they chose last; others that of how they came. */
async function expectChosenLevels(): Promise<void> {
  const choices = await db.select().from(events).where(eq(events.type, "post.followed")).orderBy(events.id);
  const last = new Map(
    choices.map(({ actorId, postId, data }) => [`${actorId} ${postId}`, (data as { to: string }).to]),
  );
  const levels = (await db.select().from(follows)).map(
    ({ userId, postId, level }) => [`${userId} ${postId}`, level] as const,
  );
  const authors = new Set((await db.select().from(posts)).map(({ authorId, id }) => `${authorId} ${id}`));
  for (const [who, level] of levels) {
    expect(level).toBe(last.get(who) ?? (authors.has(who) ? "everything" : "milestones"));
  }
  expect(new Set(last.keys())).toEqual(new Set(levels.map(([who]) => who).filter((who) => last.has(who))));
}

test("whatever people do in whatever order, counters, numbers, moves and history stay true", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      await db.execute(sql`truncate users, boards, posts, votes, follows, comments, events, moves cascade`);
      await db.execute(sql`update numbering set last = 0`);
      const people = await cast(...names);
      const board = await addBoard();
      await post(people.ben, idea(board));
      await play(steps, people, board);
      await expectTruth();
    }),
    { numRuns: 25, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
  );
}, 120_000);
