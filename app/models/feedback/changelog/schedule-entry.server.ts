import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { entries, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import type { User } from "../../core/users/viewer";
import { type HeldEntry, holdEntry } from "./hold-entry.server";
import { publishHeld, unscheduled } from "./publish-entry.server";

interface ScheduleEntry {
  viewer: User;
  number: number;
  for: Date;
  tellsSubscribers: boolean;
  at?: Date;
}

/**
 * Gives an entry the time at which it is to be published, or another one. The entry itself says when; the job that
 * comes then only looks, so that those of times given up find nothing to do. Throws `momentPast`, `entryPublished`,
 * `forbidden` or `notFound`.
 */
export async function scheduleEntry(db: Db, input: ScheduleEntry): Promise<void> {
  const { viewer, number, for: scheduledFor, tellsSubscribers, at = new Date() } = input;
  if (scheduledFor <= at) throw new DomainError("momentPast", { field: "moment" });
  await db.transaction(async (tx) => {
    const entry = await holdEntry(tx, viewer, number);
    if (entry.publishedAt) throw new DomainError("entryPublished");
    await tx
      .update(entries)
      .set({ scheduledFor, schedulerId: viewer.id, tellsSubscribers, refusal: null })
      .where(eq(entries.id, entry.id));
    await enqueue(tx, [{ name: "publish-due-entries", data: {}, startAfter: scheduledFor }]);
    const data = { entryId: entry.id, for: scheduledFor.toISOString() };
    await recordEvent(tx, { type: "entry.scheduled", actorId: viewer.id, data, at });
  });
}

/**
 * Takes the time back: a draft again. Of an entry that is none any more it changes nothing. Throws `forbidden` or
 * `notFound`.
 */
export async function unscheduleEntry(
  db: Db,
  { viewer, number, at = new Date() }: { viewer: User; number: number; at?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const entry = await holdEntry(tx, viewer, number);
    if (!entry.scheduledFor) return;
    await tx.update(entries).set(unscheduled).where(eq(entries.id, entry.id));
    await recordEvent(tx, { type: "entry.unscheduled", actorId: viewer.id, data: { entryId: entry.id }, at });
  });
}

interface PublishDue {
  /** In the language of whoever scheduled the entry. */
  sayAnswer: (scheduler: User, entry: { number: number; title: string }) => string;
  at: Date;
}

/** Publishes what is due, the earliest first. One that cannot be is a draft again, and says why. */
export async function publishDueEntries(db: Db, due: PublishDue): Promise<void> {
  for (let isMore = true; isMore; ) isMore = await publishNext(db, due);
}

async function publishNext(db: Db, { sayAnswer, at }: PublishDue): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [entry] = await tx
      .select()
      .from(entries)
      .where(lte(entries.scheduledFor, at))
      .orderBy(asc(entries.scheduledFor), asc(entries.number))
      .limit(1)
      .for("update");
    if (!entry?.schedulerId) return false;
    const { schedulerId, tellsSubscribers } = entry;
    try {
      const viewer = await findScheduler(tx, schedulerId);
      const publication = { viewer, tellsSubscribers, sayAnswer: () => sayAnswer(viewer, entry), at };
      // In a transaction of its own within this one: moves that were made before one failed are undone.
      await tx.transaction((step) => publishHeld(step, entry, publication));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await refuse(tx, entry, error, at);
    }
    return true;
  });
}

async function findScheduler(tx: Db, id: string): Promise<User> {
  const { name, role, language } = users;
  const [user] = await tx
    .select({ id: users.id, name, role, language })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.blockedAt)));
  if (!user) throw new DomainError("forbidden");
  return user;
}

async function refuse(tx: Db, { id }: HeldEntry, { code, details }: DomainError, at: Date): Promise<void> {
  const refusal = { code, params: details.params ?? {} };
  await tx
    .update(entries)
    .set({ ...unscheduled, refusal })
    .where(eq(entries.id, id));
  await recordEvent(tx, { type: "entry.refused", actorId: null, data: { entryId: id, problem: code }, at });
}
