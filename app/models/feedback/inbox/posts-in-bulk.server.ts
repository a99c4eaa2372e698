import { and, asc, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { bulkActionPosts, posts } from "#db/schema";
import type { Act, BulkNoun, Done } from "../../core/bulk/noun";
import { retag } from "../../core/bulk/retag";
import type { Verdict } from "../../core/bulk/verdict";
import { DomainError } from "../../core/domain-error";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { findBoard } from "../boards/queries.server";
import { changeBoard } from "../posts/change-board.server";
import { countRecipientsOfMoves } from "../posts/count-recipients.server";
import { type HeldPost, holdPosts } from "../posts/hold-post.server";
import { needsAnswer, takesRelease } from "../posts/lifecycle";
import type { Move } from "../posts/move";
import { moveBack, movePost } from "../posts/move-post.server";
import { tagPost } from "../posts/tag-post.server";
import { listedPosts, visiblePosts } from "../posts/visible-posts.server";
import { existingTagIds } from "../tags/queries.server";
import { type Change, isSo, judge, readChange, type Standing, stampOf, writeChange } from "./change";

interface Posts {
  key: number;
  change: Change;
  seen: Awaited<ReturnType<typeof list>>[number];
  held: HeldPost;
  standing: Standing;
}

/** What bulk actions have to know of posts. */
export const postsInBulk: BulkNoun<Posts> = {
  noun: "post",
  outcomes: {
    table: bulkActionPosts,
    itemId: bulkActionPosts.postId,
    itemName: "postId",
    items: posts,
    key: posts.number,
    title: posts.title,
    order: [posts.number],
    visible: visiblePosts,
  },
  may: mayTriage,
  readChange,
  writeChange,
  writeKey: String,
  keyOf: ({ number }) => number,
  list,
  countHearers: async (db, { viewer, change, ids }) =>
    change.type === "move" ? countRecipientsOfMoves(db, viewer.id, ids) : 0,
  prepare,
  hold: holdPosts,
  isGone,
  stampOf,
  judge,
  standingOf: ({ status, boardId, tagIds }) => ({ status, boardId, tagIds }),
  after,
  apply,
  judgeUndo,
  restore,
};

function list(db: Db, viewer: User, numbers: number[]) {
  return db
    .select({
      id: posts.id,
      number: posts.number,
      kind: posts.kind,
      title: posts.title,
      status: posts.status,
      boardId: posts.boardId,
      tagIds: posts.tagIds,
      editedAt: posts.editedAt,
    })
    .from(posts)
    .where(and(inArray(posts.number, numbers), listedPosts(db, viewer)))
    .orderBy(asc(posts.number));
}

/** Throws `answerNeeded`, `boardNotFound` or `tagNotFound`. */
async function prepare(tx: Db, viewer: User, change: Change): Promise<void> {
  if (change.type === "move" && needsAnswer(change.to) && !change.answer) {
    throw new DomainError("answerNeeded", { field: "answer" });
  }
  if (change.type === "board" && !(await findBoard(tx, viewer, change.id))) throw new DomainError("boardNotFound");
  if (change.type === "tag" && (await existingTagIds(tx, [change.id])).length === 0)
    throw new DomainError("tagNotFound");
}

function isGone({ mergedInto, deletedAt }: HeldPost): boolean {
  return mergedInto !== null || deletedAt !== null;
}

async function apply(tx: Db, { viewer, change, at }: Act<Posts>, { number, status, tagIds }: HeldPost): Promise<void> {
  if (change.type === "board") return changeBoard(tx, { viewer, number, boardId: change.id, at });
  if (change.type !== "move")
    return tagPost(tx, { viewer, number, tagIds: tagIdsAfter(change.type, change.id, tagIds), at });
  const { to, answer = "", release = "" } = change;
  const move = { to, answer, ...(takesRelease(to) && { release }) } as Move;
  await movePost(tx, { viewer, number, from: status, move, at });
}

function after(change: Change, before: Standing): Standing {
  if (change.type === "move") return { ...before, status: change.to };
  if (change.type === "board") return { ...before, boardId: change.id };
  return { ...before, tagIds: tagIdsAfter(change.type, change.id, before.tagIds) };
}

async function judgeUndo(_tx: Db, { change, doneAt }: Done<Posts>, post: HeldPost): Promise<Verdict> {
  if (isGone(post)) return "gone";
  // It may have gone elsewhere and come back.
  if (change.type === "move" && post.movedAt?.getTime() !== doneAt.getTime()) return "stale";
  return isSo(change, post) ? "changed" : "stale";
}

async function restore(
  tx: Db,
  { viewer, change, before, at }: Act<Posts> & { before: Standing },
  { number, tagIds }: HeldPost,
): Promise<void> {
  if (change.type === "move") return moveBack(tx, { viewer, number, to: before.status, at });
  if (change.type === "board") return changeBoard(tx, { viewer, number, boardId: before.boardId, at });
  const type = change.type === "tag" ? "untag" : "tag";
  await tagPost(tx, { viewer, number, tagIds: tagIdsAfter(type, change.id, tagIds), at });
}

/** The ids of tags, in their order, with one put on or taken off. */
const tagIdsAfter = (type: "tag" | "untag", id: number, tagIds: number[]): number[] =>
  retag(type, id, tagIds).sort((a, b) => a - b);
