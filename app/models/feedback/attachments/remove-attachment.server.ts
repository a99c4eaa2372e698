import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { attachments } from "#db/schema";
import { recordEvent } from "../../core/events/record.server";
import { eventAt } from "./at-place.server";
import { type FileSender, isGuest } from "./attachment";
import { holdAttachment } from "./hold-attachment.server";
import type { HeldPlace } from "./hold-place.server";

/**
 * Takes a file away: nobody gets it any more, and its bytes go at once. That it was there stays. Throws `notFound`,
 * `forbidden` or `postMerged`.
 */
export async function removeAttachment(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: FileSender; id: string; at?: Date },
): Promise<HeldPlace | undefined> {
  return db.transaction(async (tx) => {
    const { held } = await holdAttachment(tx, viewer, id);
    await tx
      .update(attachments)
      .set({ removedAt: at, removedBy: isGuest(viewer) ? null : viewer.id })
      .where(eq(attachments.id, id));
    if (held && !isGuest(viewer))
      await recordEvent(tx, eventAt(held, { what: "removed", viewer, attachmentId: id, at }));
    else await enqueue(tx, [{ name: "drop-file", data: { attachmentId: id } }]);
    return held;
  });
}
