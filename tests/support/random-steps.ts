import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { v7 as uuid } from "uuid";
import { comments, posts } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";
import { DomainError } from "~/models/core/domain-error";
import type { User } from "~/models/core/users/viewer";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { followLevels } from "~/models/feedback/posts/follow-level";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { statuses } from "~/models/feedback/posts/lifecycle";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { closeOwnPost, movePost } from "~/models/feedback/posts/move-post.server";
import { deletePost, lockPost } from "~/models/feedback/posts/set-post-flag.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";
import { castVote, withdrawVote } from "~/models/feedback/posts/vote-for-post.server";
import { addBoard, bug, cast, idea, post } from "./cast";
import { db } from "./database";

export const names = ["ada", "mona", "milo", "ben", "cleo", "dave"] as const;

/** What somebody does to one of the first posts; whether it is allowed is for the commands to say. */
export const stepAmong = (posts: number) =>
  fc.record({
    who: fc.constantFrom(...names),
    number: fc.integer({ min: 1, max: posts }),
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
      "merge",
      "unmerge",
    ),
    into: fc.integer({ min: 1, max: posts }),
    from: fc.constantFrom(...statuses),
    to: fc.constantFrom(...statuses),
    level: fc.constantFrom(...followLevels),
    on: fc.boolean(),
  });

export const step = stepAmong(5);

export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

export async function take(
  { what, number, level, on, to, from, into }: Step,
  viewer: User,
  boardId: number,
): Promise<void> {
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
      return void (await submitComment(db, {
        viewer,
        number,
        id: uuid(),
        body: "",
        parentId: on ? await someComment() : null,
      }));
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
    case "merge":
      return void (await mergePosts(db, { viewer, number, into }));
    case "unmerge":
      return unmergePost(db, { viewer, number });
  }
}

async function statusOf(number: number): Promise<PostStatus> {
  const [row] = await db.select({ status: posts.status }).from(posts).where(eq(posts.number, number));
  return row?.status ?? "open";
}

export async function someComment(): Promise<string> {
  const [row] = await db.select({ id: comments.id }).from(comments).orderBy(sql`random()`).limit(1);
  return row?.id ?? uuid();
}

/** All at once in twos, so that commands meet; what is refused is refused politely. */
export async function play(steps: Step[], people: Record<(typeof names)[number], User>, board: number): Promise<void> {
  for (let i = 0; i < steps.length; i += 2) {
    const pair = steps.slice(i, i + 2).map((one) => take(one, people[one.who], board));
    for (const outcome of await Promise.allSettled(pair)) {
      if (outcome.status === "rejected" && !(outcome.reason instanceof DomainError)) throw outcome.reason;
    }
  }
}

/** A portal with one idea, and people who will do what they do. */
export async function beginAfresh(): Promise<{ people: Record<(typeof names)[number], User>; board: number }> {
  await db.execute(sql`truncate users, boards, posts, votes, follows, comments, events, moves, merges cascade`);
  await db.execute(sql`update numbering set last = 0`);
  const people = await cast(...names);
  const board = await addBoard();
  await post(people.ben, idea(board));
  return { people, board };
}
