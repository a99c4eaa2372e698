import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { supportPolicies, supportSchedules, supportTiers } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { makeOnce } from "../../core/make-once.server";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { askForRenewal } from "./renew-promises.server";
import { type ScheduleDraft, weekdays } from "./schedule-draft";
import { type TriedRules, tryRules } from "./try-rules.server";

type Schedule = typeof supportSchedules.$inferSelect;

interface Change {
  viewer: User;
  at?: Date;
}

const mostSchedules = 100;

/** `id`: made by the form, which makes one schedule. Throws `forbidden`, `promiseNameless` or `tooManySchedules`. */
export async function createSchedule(
  db: Db,
  { viewer, id, draft, at = new Date() }: Change & { id?: string; draft: ScheduleDraft },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const columns = columnsOf(draft, null);
  await db.transaction(async (tx) => {
    await makeOnce(tx, { viewer, id, content: { schedule: columns }, at }, async () => {
      const isFull = (await tx.$count(supportSchedules)) >= mostSchedules;
      if (isFull) throw new DomainError("tooManySchedules", { params: { max: mostSchedules } });
      const [schedule] = await tx.insert(supportSchedules).values(columns).returning();
      if (!schedule) throw new Error("A schedule was not there after it was added.");
      await recordEvent(tx, { type: "support_schedule.created", actorId: viewer.id, data: named(schedule), at });
      return schedule.id;
    });
  });
}

/** Tickets under way get what is promised in these hours. Throws `forbidden`, `notFound` or `promiseNameless`. */
export async function editSchedule(
  db: Db,
  { viewer, id, draft, at = new Date() }: Change & { id: number; draft: ScheduleDraft },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await askForRenewal(tx, at);
    const before = await requireSchedule(tx, id);
    const [schedule] = await tx
      .update(supportSchedules)
      .set(columnsOf(draft, before))
      .where(eq(supportSchedules.id, id))
      .returning();
    if (!schedule) throw new DomainError("notFound");
    await recordEvent(tx, { type: "support_schedule.edited", actorId: viewer.id, data: named(schedule), at });
  });
}

/** Throws `forbidden`, `notFound`, or `scheduleUsed` while something is promised in its hours. */
export async function deleteSchedule(db: Db, { viewer, id, at = new Date() }: Change & { id: number }): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await askForRenewal(tx, at);
    const schedule = await requireSchedule(tx, id);
    const policies = await tx.$count(supportPolicies, eq(supportPolicies.scheduleId, id));
    const tiers = await tx.$count(supportTiers, eq(supportTiers.scheduleId, id));
    if (policies + tiers > 0) throw new DomainError("scheduleUsed", { params: { policies, tiers } });
    await tx.delete(supportSchedules).where(eq(supportSchedules.id, id));
    await recordEvent(tx, { type: "support_schedule.deleted", actorId: viewer.id, data: named(schedule), at });
  });
}

/** What a schedule would mean for tickets under way; nothing is changed. Throws `forbidden`, `notFound` or `promiseNameless`. */
export async function trySchedule(db: Db, viewer: User, draft: ScheduleDraft, id: number): Promise<TriedRules> {
  const before = await requireSchedule(db, id);
  const after = { ...before, ...columnsOf(draft, before) };
  return tryRules(db, viewer, { schedules: (now) => now.map((schedule) => (schedule.id === id ? after : schedule)) });
}

async function requireSchedule(db: Db, id: number): Promise<Schedule> {
  const [schedule] = await db.select().from(supportSchedules).where(eq(supportSchedules.id, id));
  if (!schedule) throw new DomainError("notFound");
  return schedule;
}

const named = ({ id, key, name }: Schedule) => ({ scheduleId: id, key, name });

/** What a form says of a schedule. Throws `promiseNameless` where it would have no name. */
function columnsOf(draft: ScheduleDraft, before: Pick<Schedule, "key"> | null) {
  const { name, timeZone, holidays } = draft;
  if (!name && !before?.key) throw new DomainError("promiseNameless", { field: "name" });
  return { name, timeZone: timeZone || null, week: weekdays.map((day) => draft[day]), holidays };
}
