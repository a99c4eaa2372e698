import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { bulkActionPosts, bulkActions, posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { changeBoard } from "../posts/change-board.server";
import { type HeldPost, holdPosts } from "../posts/hold-post.server";
import { moveBack } from "../posts/move-post.server";
import { tagPost } from "../posts/tag-post.server";
import { retag } from "./bulk-action.server";
import { type Change, isSo, readChange, type Standing, type Verdict } from "./change";

interface Undo {
  viewer: User;
  id: string;
  at?: Date;
}

/**
 * Takes a bulk action back, once, whoever did it: each post that it changed and that nobody has changed in this
 * respect since. The posts hear of it as of any other change: a move is followed by a move back. Throws `forbidden`
 * or `notFound`.
 */
export async function undoBulkAction(db: Db, { viewer, id, at = new Date() }: Undo): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [action] = await tx.select().from(bulkActions).where(eq(bulkActions.id, id)).for("update");
    const change = readChange(action?.change ?? "");
    if (!action || !change) throw new DomainError("notFound");
    if (action.undoneAt) return;
    await tx.update(bulkActions).set({ undoneAt: at }).where(eq(bulkActions.id, id));
    const done = await listChanged(tx, id);
    const before = new Map(done.map((one) => [one.number, one.before as Standing]));
    for (const post of await holdPosts(tx, viewer, [...before.keys()])) {
      const verdict = judgeUndo(change, post, action.createdAt);
      if (verdict === "changed") await restore(tx, { viewer, change, post, before: before.get(post.number), at });
      await keepVerdict(tx, id, post.id, verdict);
    }
  });
}

function listChanged(tx: Db, id: string) {
  return tx
    .select({ number: posts.number, before: bulkActionPosts.before })
    .from(bulkActionPosts)
    .innerJoin(posts, eq(posts.id, bulkActionPosts.postId))
    .where(and(eq(bulkActionPosts.bulkActionId, id), eq(bulkActionPosts.verdict, "changed")))
    .orderBy(asc(posts.number));
}

function judgeUndo(change: Change, post: HeldPost, doneAt: Date): Verdict {
  if (post.mergedInto || post.deletedAt) return "gone";
  // It may have gone elsewhere and come back.
  if (change.type === "move" && post.movedAt?.getTime() !== doneAt.getTime()) return "stale";
  return isSo(change, post) ? "changed" : "stale";
}

interface Restore {
  viewer: User;
  change: Change;
  post: HeldPost;
  before: Standing | undefined;
  at: Date;
}

async function restore(tx: Db, { viewer, change, post: { number, tagIds }, before, at }: Restore): Promise<void> {
  if (!before) return;
  if (change.type === "move") return moveBack(tx, { viewer, number, to: before.status, at });
  if (change.type === "board") return changeBoard(tx, { viewer, number, boardId: before.boardId, at });
  const type = change.type === "tag" ? "untag" : "tag";
  await tagPost(tx, { viewer, number, tagIds: retag({ type, id: change.id }, tagIds), at });
}

async function keepVerdict(tx: Db, bulkActionId: string, postId: string, undoVerdict: Verdict): Promise<void> {
  await tx
    .update(bulkActionPosts)
    .set({ undoVerdict })
    .where(and(eq(bulkActionPosts.bulkActionId, bulkActionId), eq(bulkActionPosts.postId, postId)));
}
