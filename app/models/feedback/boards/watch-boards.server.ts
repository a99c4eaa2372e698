import { and, eq, inArray, notInArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, boardWatchers } from "#db/schema";
import { isStaff } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { visibleBoards } from "./visible-boards.server";

/** The boards of whose new posts the viewer wants to hear. */
export async function listWatchedBoards(db: Db, viewer: User): Promise<number[]> {
  const watched = await db
    .select({ id: boardWatchers.boardId })
    .from(boardWatchers)
    .where(eq(boardWatchers.userId, viewer.id))
    .orderBy(boardWatchers.boardId);
  return watched.map(({ id }) => id);
}

/** Watches these boards and no others; for staff, anybody else watches none. Resolves to whether that is a change. */
export async function watchBoards(tx: Db, viewer: User, boardIds: number[]): Promise<boolean> {
  const wanted = isStaff(viewer) ? boardIds : [];
  const dropped = await tx
    .delete(boardWatchers)
    .where(and(eq(boardWatchers.userId, viewer.id), notInArray(boardWatchers.boardId, wanted)))
    .returning({ id: boardWatchers.boardId });
  if (wanted.length === 0) return dropped.length > 0;
  const known = await tx
    .select({ boardId: boards.id })
    .from(boards)
    .where(and(inArray(boards.id, wanted), visibleBoards(viewer)));
  if (known.length === 0) return dropped.length > 0;
  const added = await tx
    .insert(boardWatchers)
    .values(known.map(({ boardId }) => ({ boardId, userId: viewer.id })))
    .onConflictDoNothing()
    .returning({ id: boardWatchers.boardId });
  return dropped.length + added.length > 0;
}
