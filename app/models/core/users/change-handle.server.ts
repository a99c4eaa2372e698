import { and, eq, ne } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import { takeTurnsForHandles } from "./give-handle.server";
import { isReserved } from "./handle";
import type { User } from "./viewer";

interface ChangeHandle {
  viewer: User;
  handle: string;
  at?: Date;
}

/**
 * Chooses who `@handle` means. The former handle is free for others from then on. Throws `handleReserved` or
 * `handleTaken`.
 */
export async function changeHandle(db: Db, { viewer, handle, at = new Date() }: ChangeHandle): Promise<void> {
  await db.transaction(async (tx) => {
    await takeTurnsForHandles(tx);
    const [before] = await tx.select({ handle: users.handle }).from(users).where(eq(users.id, viewer.id)).for("update");
    if (!before || before.handle === handle) return;
    if (isReserved(handle)) throw new DomainError("handleReserved", { field: "handle" });
    const [other] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.handle, handle), ne(users.id, viewer.id)));
    if (other) throw new DomainError("handleTaken", { field: "handle" });
    await tx.update(users).set({ handle }).where(eq(users.id, viewer.id));
    const data = { from: before.handle, to: handle };
    await recordEvent(tx, { type: "user.handle_changed", actorId: viewer.id, data, at });
  });
}
