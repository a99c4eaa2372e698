import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import { giveHandle } from "../users/give-handle.server";
import type { User } from "../users/viewer";

interface Admit {
  /** Who becomes administrator by signing in; lower case. */
  adminEmail?: string;
  at: Date;
}

/** Lets somebody in who has proved, in whichever way, that the account is theirs. Throws `blocked`. */
export async function admit(tx: Db, user: typeof users.$inferSelect, { adminEmail, at }: Admit): Promise<User> {
  const { id, email, name, handle, language, role } = user;
  if (user.blockedAt) throw new DomainError("blocked");
  if (name && !handle) await giveHandle(tx, { id, name }, at);
  const becomesAdmin = email !== null && email === adminEmail && role !== "admin";
  if (becomesAdmin) {
    await tx.update(users).set({ role: "admin" }).where(eq(users.id, id));
    await recordEvent(tx, {
      type: "user.role_changed",
      actorId: null,
      data: { userId: id, from: role, to: "admin" },
      at,
    });
  }
  return { id, name, language, role: becomesAdmin ? "admin" : role };
}
