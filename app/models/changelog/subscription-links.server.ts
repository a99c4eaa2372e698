import { and, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { mailTokens, subscribers } from "#db/schema";
import { hashToken } from "../deliveries/tokens.server";
import { recordEvent } from "../events/record.server";
import type { User } from "../users/viewer";
import { handToAccount } from "./subscribe.server";

/** Whose subscription a link in a mail is about; undefined once it has ended. */
export async function findSubscriptionLink(db: Db, token: string) {
  const { id, userId, email, confirmedAt } = subscribers;
  const [link] = await db
    .select({ id, userId, email, confirmedAt })
    .from(mailTokens)
    .innerJoin(subscribers, eq(subscribers.id, mailTokens.subscriberId))
    .where(and(eq(mailTokens.hash, hashToken(token)), eq(mailTokens.scope, "subscription")));
  return link;
}

/** "Yes, send me what is new". It makes no account and signs nobody in; again, it changes nothing. */
export async function confirmSubscription(db: Db, token: string, at = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const link = await findSubscriptionLink(tx, token);
    if (!link) return;
    const [held] = await tx.select().from(subscribers).where(eq(subscribers.id, link.id)).for("update");
    if (!held?.email || held.confirmedAt) return;
    await tx.update(subscribers).set({ confirmedAt: at }).where(eq(subscribers.id, held.id));
    await handToAccount(tx, { id: held.id, email: held.email });
    await recordEvent(tx, { type: "changelog.subscribed", actorId: null, data: { subscriberId: held.id }, at });
  });
}

/** One click ends it, and nothing is left of an address. Resolves to whether there was anything to end. */
export async function endByLink(db: Db, token: string, at = new Date()): Promise<boolean> {
  return db.transaction(async (tx) => {
    const link = await findSubscriptionLink(tx, token);
    return link !== undefined && end(tx, eq(subscribers.id, link.id), link.userId, at);
  });
}

/** The viewer wants no more entries by mail. */
export async function unsubscribeMember(
  db: Db,
  { viewer, at = new Date() }: { viewer: User; at?: Date },
): Promise<void> {
  await db.transaction((tx) => end(tx, isOf(viewer), viewer.id, at));
}

async function end(tx: Db, isIt: SQL | undefined, actorId: string | null, at: Date): Promise<boolean> {
  const [gone] = await tx.delete(subscribers).where(isIt).returning({ id: subscribers.id });
  if (!gone) return false;
  await recordEvent(tx, { type: "changelog.unsubscribed", actorId, data: { subscriberId: gone.id }, at });
  return true;
}

export async function isSubscribed(db: Db, viewer: User): Promise<boolean> {
  const found = await db
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(and(isOf(viewer), isNotNull(subscribers.confirmedAt)));
  return found.length > 0;
}

/** Theirs as a member, or of their address from before it had an account. */
const isOf = ({ id }: User) =>
  or(eq(subscribers.userId, id), sql`${subscribers.email} = (select email from users where id = ${id})`);
