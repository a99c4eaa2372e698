import { and, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { mailTokens, subscribers, users } from "#db/schema";
import { recordEvent } from "../../core/events/record.server";
import type { User } from "../../core/users/viewer";
import { hashToken } from "../deliveries/tokens.server";
import { handToAccount } from "./subscribe.server";
import { isAbout, type Topic } from "./topic.server";

/** Whose subscription a link in a mail is about; undefined once it has ended. */
export async function findSubscriptionLink(db: Db, token: string) {
  const { id, userId, email, roadmapId, confirmedAt } = subscribers;
  const [link] = await db
    .select({
      ...{ id, userId, email, roadmapId, confirmedAt },
      user: { id: users.id, name: users.name, role: users.role, language: users.language },
    })
    .from(mailTokens)
    .innerJoin(subscribers, eq(subscribers.id, mailTokens.subscriberId))
    .leftJoin(users, eq(users.id, subscribers.userId))
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
    const { id, email, roadmapId } = held;
    await handToAccount(tx, { id, email, roadmapId });
    await recordEvent(tx, { type: "subscriber.added", actorId: null, data: { subscriberId: id, roadmapId }, at });
  });
}

/** One click ends it, and nothing is left of an address. Resolves to whether there was anything to end. */
export async function endByLink(db: Db, token: string, at = new Date()): Promise<boolean> {
  return db.transaction(async (tx) => {
    const link = await findSubscriptionLink(tx, token);
    return link !== undefined && end(tx, eq(subscribers.id, link.id), link.userId, at);
  });
}

interface Unsubscribe extends Topic {
  viewer: User;
  at?: Date;
}

/** The viewer wants no more of it by mail. */
export async function unsubscribeMember(db: Db, { viewer, roadmapId, at = new Date() }: Unsubscribe): Promise<void> {
  await db.transaction((tx) => end(tx, and(isOf(viewer), isAbout({ roadmapId })), viewer.id, at));
}

async function end(tx: Db, isIt: SQL | undefined, actorId: string | null, at: Date): Promise<boolean> {
  const { id, roadmapId } = subscribers;
  const [gone] = await tx.delete(subscribers).where(isIt).returning({ subscriberId: id, roadmapId });
  if (!gone) return false;
  await recordEvent(tx, { type: "subscriber.removed", actorId, data: gone, at });
  return true;
}

export async function isSubscribed(db: Db, viewer: User, subject: Topic): Promise<boolean> {
  const found = await db
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(and(isOf(viewer), isAbout(subject), isNotNull(subscribers.confirmedAt)));
  return found.length > 0;
}

/** The condition for a member's subscriptions, also from before the address had an account. */
const isOf = ({ id }: User) =>
  or(eq(subscribers.userId, id), sql`${subscribers.email} = (select email from users where id = ${id})`);
