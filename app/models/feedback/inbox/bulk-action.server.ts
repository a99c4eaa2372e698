import type { Db } from "#db/client.server";
import { bulkActionPosts, bulkActions } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { settleId } from "../../core/settle-id.server";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { findBoard } from "../boards/queries.server";
import { changeBoard } from "../posts/change-board.server";
import { type HeldPost, holdPosts } from "../posts/hold-post.server";
import { needsAnswer, takesRelease } from "../posts/lifecycle";
import type { Move } from "../posts/move";
import { movePost } from "../posts/move-post.server";
import { tagPost } from "../posts/tag-post.server";
import { existingTagIds } from "../tags/queries.server";
import { type Change, judge, type Standing, stampOf, type Verdict, writeChange } from "./change";
import { mostChosen } from "./limits";

interface BulkAction {
  viewer: User;
  /** Made by the form. */
  id: string;
  change: Change;
  /** The posts as the preview showed them. */
  chosen: { number: number; stamp: string }[];
  /** Of a move; Markdown. */
  answer?: string;
  /** Of a move to where something was released. */
  release?: string;
  at?: Date;
}

/**
 * Makes one change to several posts, all in one transaction. Posts that have changed since the preview, and those
 * that refuse the change, are left out and remembered as such. Resolves to the id of what was done. Throws
 * `forbidden`, `answerNeeded`, `nothingChosen`, `boardNotFound`, `tagNotFound` or `idTaken`.
 */
export async function doBulkAction(db: Db, input: BulkAction): Promise<{ id: string }> {
  const { viewer, change, chosen, at = new Date() } = input;
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  if (change.type === "move" && needsAnswer(change.to) && !input.answer) {
    throw new DomainError("answerNeeded", { field: "answer" });
  }
  if (chosen.length === 0 || chosen.length > mostChosen) throw new DomainError("nothingChosen");
  return db.transaction(async (tx) => {
    await requireTarget(tx, viewer, change);
    const { id, isThere } = await begin(tx, input, at);
    if (isThere) return { id };
    const stamps = new Map(chosen.map(({ number, stamp }) => [number, stamp]));
    const held = await holdPosts(tx, viewer, [...stamps.keys()]);
    const results = [];
    for (const post of held) results.push(await changeOne(tx, { ...input, id, at }, post, stamps.get(post.number)));
    if (results.length > 0) await tx.insert(bulkActionPosts).values(results);
    return { id };
  });
}

async function begin(tx: Db, { viewer, id: clientId, change, chosen, answer, release }: BulkAction, at: Date) {
  const sent = { viewer, id: clientId, content: { change, chosen, answer, release } };
  const { id, isThere, fingerprint } = await settleId(tx, { table: bulkActions, owner: bulkActions.actorId }, sent);
  if (!isThere)
    await tx
      .insert(bulkActions)
      .values({ id, actorId: viewer.id, change: writeChange(change), createdAt: at, fingerprint });
  return { id, isThere };
}

async function requireTarget(tx: Db, viewer: User, change: Change): Promise<void> {
  if (change.type === "board" && !(await findBoard(tx, viewer, change.id))) throw new DomainError("boardNotFound");
  if (change.type === "tag" && (await existingTagIds(tx, [change.id])).length === 0)
    throw new DomainError("tagNotFound");
}

async function changeOne(tx: Db, input: BulkAction & { at: Date }, post: HeldPost, stamp: string | undefined) {
  const verdict = verdictOn(post, input.change, stamp);
  const { status, boardId, tagIds } = post;
  const before: Standing = { status, boardId, tagIds };
  if (verdict === "changed") await apply(tx, input, post);
  const after = verdict === "changed" ? changed(input.change, before) : before;
  return { bulkActionId: input.id, postId: post.id, verdict, before, after };
}

function verdictOn(post: HeldPost, change: Change, stamp: string | undefined): Verdict {
  if (post.mergedInto || post.deletedAt) return "gone";
  return stampOf(post) === stamp ? judge(change, post) : "stale";
}

/** By the command that changes a single post, with all that follows from it. */
async function apply(tx: Db, input: BulkAction & { at: Date }, { number, status, tagIds }: HeldPost): Promise<void> {
  const { viewer, change, answer = "", release = "", at } = input;
  if (change.type === "board") return changeBoard(tx, { viewer, number, boardId: change.id, at });
  if (change.type !== "move") return tagPost(tx, { viewer, number, tagIds: retag(change, tagIds), at });
  const move = { to: change.to, answer, ...(takesRelease(change.to) && { release }) } as Move;
  await movePost(tx, { viewer, number, from: status, move, at });
}

function changed(change: Change, before: Standing): Standing {
  if (change.type === "move") return { ...before, status: change.to };
  if (change.type === "board") return { ...before, boardId: change.id };
  return { ...before, tagIds: retag(change, before.tagIds) };
}

/** The tags with the one of a change put on or taken off. */
export function retag({ type, id }: Change & { id: number }, tagIds: number[]): number[] {
  const others = tagIds.filter((one) => one !== id);
  return type === "tag" ? [...others, id].sort((a, b) => a - b) : others;
}
