import { and, count, eq, gt, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { signIns } from "#db/schema";
import { DomainError } from "../domain-error";

const minute = 60_000;
export const signInLife = 10 * minute;
const mostPerHour = 6;

interface RequestSignIn {
  /** Lower case. */
  email: string;
  language: string;
  /** A path on this site to go to afterwards. */
  next?: string;
  at?: Date;
}

/**
 * Has a code and a link mailed to an address. It does the same whether the address is known or not,
 * so that nobody can find out.
 */
export async function requestSignIn(db: Db, { email, language, next, at = new Date() }: RequestSignIn): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${email}`}, 0))`);
    const [recent] = await tx
      .select({ count: count() })
      .from(signIns)
      .where(and(eq(signIns.email, email), gt(signIns.createdAt, new Date(at.getTime() - 60 * minute))));
    if ((recent?.count ?? 0) >= mostPerHour) throw new DomainError("tooManyCodes", { field: "email" });
    const id = uuid();
    const expiresAt = new Date(at.getTime() + signInLife);
    await tx.insert(signIns).values({ id, email, language, next, createdAt: at, expiresAt });
    await enqueue(tx, [{ name: "send-sign-in-mail", data: { signInId: id } }]);
  });
}

/** What the mail needs to know; nothing once the request has been used or is too old. */
export async function findOpenSignIn(db: Db, id: string, at = new Date()) {
  const [signIn] = await db
    .select({ id: signIns.id, email: signIns.email, language: signIns.language, usedAt: signIns.usedAt })
    .from(signIns)
    .where(and(eq(signIns.id, id), gt(signIns.expiresAt, at)));
  return signIn?.usedAt ? undefined : signIn;
}
