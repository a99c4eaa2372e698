import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { publish } from "#db/messages.server";
import { boards } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { BoardDraft } from "./draft";

interface CreateBoard {
  viewer: User;
  draft: BoardDraft;
  at?: Date;
}

/** Throws `forbidden` or `nameTaken`. */
export async function createBoard(db: Db, { viewer, draft, at = new Date() }: CreateBoard): Promise<{ id: number }> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  return db.transaction(async (tx) => {
    const [board] = await tx
      .insert(boards)
      .values({ ...columnsOf(draft), createdAt: at })
      .onConflictDoNothing()
      .returning({ id: boards.id });
    if (!board) throw new DomainError("nameTaken", { field: "slug" });
    const data = { boardId: board.id, name: draft.name };
    await recordEvent(tx, { type: "board.created", actorId: viewer.id, data, at });
    await publish(tx, "settings", "");
    return board;
  });
}

/** Throws `forbidden`, `nameTaken` or `notFound`. */
export async function editBoard(
  db: Db,
  { viewer, id, draft, at = new Date() }: CreateBoard & { id: number },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [sameSlug] = await tx.select({ id: boards.id }).from(boards).where(eq(boards.slug, draft.slug));
    if (sameSlug && sameSlug.id !== id) throw new DomainError("nameTaken", { field: "slug" });
    const [board] = await tx.update(boards).set(columnsOf(draft)).where(eq(boards.id, id)).returning({ id: boards.id });
    if (!board) throw new DomainError("notFound");
    await recordEvent(tx, { type: "board.edited", actorId: viewer.id, data: { boardId: id, name: draft.name }, at });
    await publish(tx, "settings", "");
  });
}

/** A board for chosen people is one of the team's that is shared with guests; others have none. */
function columnsOf({ visibility, guestDomains = [], ...draft }: BoardDraft) {
  const isShared = visibility === "chosen";
  return {
    ...draft,
    visibility: visibility === "chosen" ? ("staff" as const) : visibility,
    isShared,
    guestDomains: isShared ? guestDomains : [],
  };
}
