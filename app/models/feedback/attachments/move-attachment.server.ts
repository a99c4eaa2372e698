import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import { touch } from "../../core/events/touch.server";
import type { User } from "../../core/users/viewer";
import { holdAttachment } from "./hold-attachment.server";
import type { HeldPlace } from "./hold-place.server";
import { listAt } from "./list-attachments.server";

/** Puts a file before the one that it stands after; the first stays. Throws `notFound`, `forbidden` or `postMerged`. */
export async function moveAttachment(
  db: Db,
  { viewer, id }: { viewer: User; id: string },
): Promise<HeldPlace | undefined> {
  return db.transaction(async (tx) => {
    const { held } = await holdAttachment(tx, viewer, id);
    if (!held) return;
    const order = (await listAt(tx, viewer, held.place)).map((one) => one.id);
    const at = order.indexOf(id);
    if (at < 1) return held;
    order.splice(at - 1, 0, ...order.splice(at, 1));
    for (const [i, one] of order.entries()) {
      await tx
        .update(attachments)
        .set({ position: i + 1 })
        .where(eq(attachments.id, one));
    }
    await touch(tx, [`post ${held.postId}`]);
    return held;
  });
}
