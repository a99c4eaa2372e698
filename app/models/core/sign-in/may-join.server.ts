import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import { DomainError } from "../domain-error";
import { readSettings } from "../settings/settings.server";

/**
 * Whoever has no account makes one by signing in, if the portal takes them. `email` is proved to be theirs; `isAsked`: they
 * are invited, or to administer it. Throws `notInvited`.
 */
export async function requireMayJoin(tx: Db, email: string, isAsked: boolean): Promise<void> {
  const { signUp, domains } = await readSettings(tx);
  if (signUp === "everybody" || isAsked) return;
  if (signUp === "domains" && domains.includes(email.slice(email.lastIndexOf("@") + 1))) return;
  const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (!known) throw new DomainError("notInvited");
}
