import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { passkeys, personalTokens, sessions } from "#db/schema";
import { DomainError } from "../../domain-error";
import { recordEvent } from "../../events/record.server";
import { takeTurnsForRoles } from "../../users/change-role.server";
import { mayAdminister } from "../../users/policy";
import type { User } from "../../users/viewer";
import { requireAdminWithPasskey } from "./admin-with-passkey.server";

interface ResetPasskeys {
  viewer: User;
  userId: string;
  at?: Date;
}

/**
 * Removes all passkeys of somebody else, whose device is lost, and signs them and their programs out everywhere; the
 * same again changes nothing. Throws `forbidden` or `lastPasskey`.
 */
export async function resetPasskeys(db: Db, { viewer, userId, at = new Date() }: ResetPasskeys): Promise<void> {
  if (!mayAdminister(viewer) || viewer.id === userId) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await takeTurnsForRoles(tx);
    const gone = await tx.delete(passkeys).where(eq(passkeys.userId, userId)).returning({ id: passkeys.id });
    if (gone.length === 0) return;
    await requireAdminWithPasskey(tx);
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await tx.delete(personalTokens).where(eq(personalTokens.userId, userId));
    await recordEvent(tx, { type: "user.passkeys_reset", actorId: viewer.id, data: { userId }, at });
  });
}
