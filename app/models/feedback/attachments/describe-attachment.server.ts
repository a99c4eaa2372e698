import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import { touch } from "../../core/events/touch.server";
import type { FileSender } from "./attachment";
import { holdAttachment } from "./hold-attachment.server";
import type { HeldPlace } from "./hold-place.server";

/** Says what a file shows, for those who do not see it. Throws `notFound`, `forbidden` or `postMerged`. */
export async function describeAttachment(
  db: Db,
  { viewer, id, alt }: { viewer: FileSender; id: string; alt: string },
): Promise<HeldPlace | undefined> {
  return db.transaction(async (tx) => {
    const { held } = await holdAttachment(tx, viewer, id);
    await tx.update(attachments).set({ alt }).where(eq(attachments.id, id));
    if (held) await touch(tx, [`post ${held.postId}`]);
    return held;
  });
}
