import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import { recordEvent } from "../events/record.server";
import type { User } from "./viewer";

/** Chooses the name that others see. */
export async function setName(
  db: Db,
  { viewer, name, at = new Date() }: { viewer: User; name: string; at?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const [before] = await tx.select({ name: users.name }).from(users).where(eq(users.id, viewer.id)).for("update");
    if (!before || before.name === name) return;
    await tx.update(users).set({ name }).where(eq(users.id, viewer.id));
    await recordEvent(tx, { type: "user.named", actorId: viewer.id, data: { from: before.name, to: name }, at });
  });
}
