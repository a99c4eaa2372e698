import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import type { User } from "../../core/users/viewer";
import type { Keys } from "./at-place.server";

/** The files that somebody has sent for a text, once it is there. */
export async function attachDrafts(tx: Db, viewer: Pick<User, "id">, draftId: string, place: Keys): Promise<void> {
  await tx
    .update(attachments)
    .set({ ...place, draftId: null })
    .where(and(eq(attachments.draftId, draftId), eq(attachments.uploaderId, viewer.id), isNull(attachments.removedAt)));
}
