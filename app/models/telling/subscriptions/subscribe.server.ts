import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { deliveries, subscribers, users } from "#db/schema";
import { recordEvent } from "../../core/events/record.server";
import type { User } from "../../core/users/viewer";
import { queueDeliveries } from "../deliveries/queue-deliveries.server";
import { findSuppression } from "../deliveries/suppressions.server";
import { isAbout, type Topic } from "./topic.server";

interface Subscribe extends Topic {
  viewer: User;
  at?: Date;
}

/** News of the subject come to the viewer by mail from now on; the same again changes nothing. */
export async function subscribeMember(db: Db, { viewer, roadmapId, at = new Date() }: Subscribe): Promise<void> {
  await db.transaction(async (tx) => {
    // The address may have subscribed before it had an account.
    const address = tx.select({ email: users.email }).from(users).where(eq(users.id, viewer.id));
    await tx.delete(subscribers).where(and(inArray(subscribers.email, address), isAbout({ roadmapId })));
    const id = uuid();
    const added = await tx
      .insert(subscribers)
      .values({ id, userId: viewer.id, roadmapId, createdAt: at, confirmedAt: at })
      .onConflictDoNothing()
      .returning({ id: subscribers.id });
    if (added.length === 0) return;
    await recordEvent(tx, { type: "subscriber.added", actorId: viewer.id, data: { subscriberId: id, roadmapId }, at });
  });
}

const hour = 60 * 60_000;
const mostAsks = 3;

interface AskToSubscribe extends Topic {
  /** Lower case. */
  email: string;
  language: string;
  at?: Date;
}

/**
 * Mails an address a link that subscribes it: once an hour for each subject at most, and not where it is subscribed already or gets no
 * mail. Whoever asked is told the same in any case, so that nobody learns who is subscribed.
 */
export async function askToSubscribe(
  db: Db,
  { email, language, roadmapId, at = new Date() }: AskToSubscribe,
): Promise<void> {
  await db.transaction(async (tx) => {
    if ((await findSuppression(tx, email)) || (await hasSubscribedAccount(tx, email, { roadmapId }))) return;
    await tx
      .insert(subscribers)
      .values({ id: uuid(), email, language, roadmapId, createdAt: at })
      .onConflictDoNothing();
    const isIt = and(eq(subscribers.email, email), isAbout({ roadmapId }));
    const [subscriber] = await tx.select().from(subscribers).where(isIt).for("update");
    if (!subscriber || subscriber.confirmedAt) return;
    if (subscriber.askedAt && at.getTime() - subscriber.askedAt.getTime() < hour) return;
    if ((await countAsks(tx, email, at)) >= mostAsks) return;
    const { id: subscriberId } = subscriber;
    await tx.update(subscribers).set({ language, askedAt: at }).where(eq(subscribers.id, subscriberId));
    const mail = { kind: "subscription" as const, userId: null, subscriberId, to: email, notificationIds: [] };
    await queueDeliveries(tx, [mail], at);
  });
}

/** Mails of this kind within the hour, whatever they were about: nobody fills a stranger's inbox with them. */
function countAsks(tx: Db, email: string, at: Date): Promise<number> {
  const sinceAnHour = gt(deliveries.createdAt, new Date(at.getTime() - hour));
  return tx.$count(deliveries, and(eq(deliveries.to, email), eq(deliveries.kind, "subscription"), sinceAnHour));
}

async function hasSubscribedAccount(tx: Db, email: string, subject: Topic): Promise<boolean> {
  const found = await tx
    .select({ id: subscribers.id })
    .from(subscribers)
    .innerJoin(users, eq(users.id, subscribers.userId))
    .where(and(eq(users.email, email), isAbout(subject)));
  return found.length > 0;
}

interface HandOver extends Topic {
  id: string;
  email: string;
}

/** The account of an address takes its subscription over, unless it has one. */
export async function handToAccount(tx: Db, { id, email, roadmapId }: HandOver): Promise<void> {
  const [account] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.blockedAt)));
  if (!account) return;
  await tx
    .update(subscribers)
    .set({ userId: account.id, email: null })
    .where(
      and(
        eq(subscribers.id, id),
        sql`not exists (select from subscribers as theirs where theirs.user_id = ${account.id}
          and coalesce(theirs.roadmap_id, 0) = ${roadmapId ?? 0})`,
      ),
    );
}
