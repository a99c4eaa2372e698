import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { identities, passkeys } from "#db/schema";
import { DomainError } from "../domain-error";

/** Somebody can sign in, also where no code reaches them. Throws `lastWay`. */
export async function requireWayWithoutMail(tx: Db, userId: string): Promise<void> {
  const known = await tx.$count(identities, eq(identities.userId, userId));
  if (known > 0) return;
  if ((await tx.$count(passkeys, eq(passkeys.userId, userId))) === 0) throw new DomainError("lastWay");
}
