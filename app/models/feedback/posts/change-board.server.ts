import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { findBoard } from "../boards/queries.server";
import { holdLivePost } from "./hold-post.server";

interface ChangeBoard {
  viewer: User;
  number: number;
  boardId: number;
  at?: Date;
}

/** Throws `forbidden`, `boardNotFound`, `notFound` or `postMerged`. */
export async function changeBoard(db: Db, { viewer, number, boardId, at = new Date() }: ChangeBoard): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const post = await holdLivePost(tx, viewer, number);
    if (post.boardId === boardId) return;
    const board = await findBoard(tx, viewer, boardId);
    if (!board) throw new DomainError("boardNotFound", { field: "boardId" });
    await tx.update(posts).set({ boardId }).where(eq(posts.id, post.id));
    await recordEvent(tx, {
      type: "post.board_changed",
      actorId: viewer.id,
      postId: post.id,
      data: { from: post.boardId, to: boardId },
      at,
    });
  });
}
