import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import { recordEvent } from "../events/record.server";
import { giveHandle, takeTurnsForHandles } from "./give-handle.server";
import type { User } from "./viewer";

/** Chooses the name that others see; the first one makes the handle, too. */
export async function setName(
  db: Db,
  { viewer, name, at = new Date() }: { viewer: User; name: string; at?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await takeTurnsForHandles(tx);
    const [before] = await tx
      .select({ name: users.name, handle: users.handle })
      .from(users)
      .where(eq(users.id, viewer.id))
      .for("update");
    if (!before) return;
    if (before.name !== name) {
      await tx.update(users).set({ name }).where(eq(users.id, viewer.id));
      await recordEvent(tx, { type: "user.named", actorId: viewer.id, data: { from: before.name, to: name }, at });
    }
    if (!before.handle) await giveHandle(tx, { id: viewer.id, name }, at);
  });
}
