import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import { DomainError } from "../domain-error";

/**
 * Keeps an account from being deleted until the transaction ends: for what was begun long before, and would come too late
 * to be deleted with it. To be called before anything else is held, as deleting does. Throws `signInFirst` where the
 * account is gone already.
 */
export async function holdAccount(tx: Db, userId: string): Promise<void> {
  const isThere = and(eq(users.id, userId), isNull(users.deletedAt));
  const [account] = await tx.select({ id: users.id }).from(users).where(isThere).for("share");
  if (!account) throw new DomainError("signInFirst");
}
