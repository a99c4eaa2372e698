import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import type { Keys } from "./at-place.server";
import type { FileOwner } from "./attachment";
import { isOwnLoose } from "./visible-attachments.server";

/** The files that somebody has sent for a text, once it is there. */
export async function attachDrafts(tx: Db, owner: FileOwner, draftId: string, place: Keys): Promise<void> {
  await tx
    .update(attachments)
    .set({ ...place, draftId: null })
    .where(and(eq(attachments.draftId, draftId), isOwnLoose(owner)));
}
