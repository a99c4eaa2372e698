import { and, eq, inArray, isNotNull, isNull, not, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, mailTokens, notifications, suppressions } from "#db/schema";
import { hashedAddress } from "../../core/users/hashed-address.server";

/** The provider may have it: until it has responded, its whole batch has to stay as it is (docs/decisions/005). */
const isUnderWay = and(
  eq(deliveries.status, "queued"),
  isNotNull(deliveries.attemptedAt),
  isNull(deliveries.handedOverAt),
);

/** Forgets notifications, mails with their links, and the address; mails under way keep it until they are handed over. */
export async function forgetMail(tx: Db, { id, email }: { id: string; email: string | null }): Promise<void> {
  await tx.delete(notifications).where(eq(notifications.userId, id));
  const isTheirs = or(eq(deliveries.userId, id), email ? eq(deliveries.to, email) : undefined);
  if (email) await forgetInResponses(tx, email);
  await tx.delete(deliveries).where(and(isTheirs, not(isUnderWay ?? sql`false`)));
  await tx.update(deliveries).set({ userId: id }).where(isTheirs);
  await forgetLinks(tx, id);
  if (email) await forgetSuppression(tx, email);
}

/** Forgets what `forgetMail` had to leave. Resolves to whether nothing is left. */
export async function forgetSentMail(db: Db, userId: string): Promise<boolean> {
  await forgetLinks(db, userId);
  const isTheirs = eq(deliveries.userId, userId);
  await db.delete(deliveries).where(and(isTheirs, not(isUnderWay ?? sql`false`)));
  const [left] = await db.select({ id: deliveries.id }).from(deliveries).where(isTheirs).limit(1);
  return left === undefined;
}

async function forgetLinks(tx: Db, userId: string): Promise<void> {
  await tx.delete(mailTokens).where(eq(mailTokens.userId, userId));
}

/** A provider's response about one mail stands at all mails of its batch. */
async function forgetInResponses(tx: Db, email: string): Promise<void> {
  const batches = tx.select({ id: deliveries.batchId }).from(deliveries).where(eq(deliveries.to, email));
  await tx
    .update(deliveries)
    .set({ response: null })
    .where(and(inArray(deliveries.batchId, batches), sql`strpos(lower(${deliveries.response}), ${email}) > 0`));
}

/**
 * A bounce says something about a mailbox and is forgotten. Whoever complained, or was to get nothing, must not be
 * mailed again because they left: the hash of the address stays.
 */
async function forgetSuppression(tx: Db, email: string): Promise<void> {
  const [gone] = await tx.delete(suppressions).where(eq(suppressions.email, email)).returning();
  if (!gone || gone.reason === "bounce") return;
  const { reason, createdAt } = gone;
  await tx
    .insert(suppressions)
    .values({ email: hashedAddress(email), reason, createdAt })
    .onConflictDoNothing();
}
