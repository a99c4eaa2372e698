import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { subscribers } from "#db/schema";

const week = 7 * 24 * 60 * 60_000;

/** Addresses whose owners have not said yes within a week; their links end with them. */
export async function forgetUnconfirmed(db: Db, at: Date): Promise<void> {
  const before = new Date(at.getTime() - week);
  await db.delete(subscribers).where(and(isNull(subscribers.confirmedAt), lt(subscribers.askedAt, before)));
}

/** The account is deleted, and wants nothing any more; neither does its address. */
export async function forgetSubscription(tx: Db, { id, email }: { id: string; email: string | null }): Promise<void> {
  const isTheirs = or(eq(subscribers.userId, id), email ? eq(subscribers.email, email) : undefined);
  await tx.delete(subscribers).where(isTheirs);
}
