import { eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { passkeys, users } from "#db/schema";
import { DomainError } from "../../domain-error";
import { readSetting } from "../../settings/settings.server";

/** Where the team needs passkeys, an administrator has one, and can switch that off. Throws `lastPasskey`. */
export async function requireAdminWithPasskey(tx: Db): Promise<void> {
  if (!(await readSetting(tx, "staffNeedPasskey"))) return;
  const admins = tx.select({ id: users.id }).from(users).where(eq(users.role, "admin"));
  if ((await tx.$count(passkeys, inArray(passkeys.userId, admins))) === 0) throw new DomainError("lastPasskey");
}
