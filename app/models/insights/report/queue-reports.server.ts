import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, reportReaders, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { takeTurns } from "../../core/take-turns.server";
import { handlers, mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { queueDeliveries } from "../../telling/deliveries/queue-deliveries.server";
import { dueWeek } from "./report-week";

/** Queues the weekly report for everybody on whose clock it is time, once for each week, however often it is called. */
export async function queueReports(db: Db, at: Date): Promise<void> {
  const due = await findDue(db, at);
  if (due.length === 0) return;
  await db.transaction(async (tx) => {
    await takeTurns(tx, "weekly reports");
    const had = await tx
      .select({ userId: deliveries.userId, reportWeek: deliveries.reportWeek })
      .from(deliveries)
      .where(
        and(
          inArray(
            deliveries.userId,
            due.map(({ userId }) => userId),
          ),
          isNotNull(deliveries.reportWeek),
        ),
      );
    const missing = due.filter(
      (one) => !had.some(({ userId, reportWeek }) => userId === one.userId && reportWeek === one.reportWeek),
    );
    await queueDeliveries(tx, missing.map(reportTo), at);
  });
}

async function findDue(db: Db, at: Date) {
  const readers = await db
    .select({
      userId: users.id,
      to: sql<string>`${users.email}`,
      timeZone: users.timeZone,
      since: reportReaders.since,
    })
    .from(reportReaders)
    .innerJoin(users, eq(users.id, reportReaders.userId))
    .where(and(inArray(users.role, [...handlers]), isNull(users.blockedAt), isNotNull(users.email)));
  return readers.flatMap(({ userId, to, ...reader }) => {
    const reportWeek = dueWeek(at, reader);
    return reportWeek ? [{ userId, to, reportWeek }] : [];
  });
}

const reportTo = (reader: { userId: string; to: string; reportWeek?: string }) => ({
  kind: "weekly-report" as const,
  ...reader,
  notificationIds: [],
});

/** Sends somebody the report of the last week now, at their wish; while one is on its way, no other. Throws `forbidden`. */
export async function sendReportNow(db: Db, { viewer, at = new Date() }: { viewer: User; at?: Date }): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await takeTurns(tx, "weekly reports");
    const isWaiting = and(
      eq(deliveries.userId, viewer.id),
      eq(deliveries.kind, "weekly-report"),
      eq(deliveries.status, "queued"),
    );
    if ((await tx.$count(deliveries, isWaiting)) > 0) return;
    const [reader] = await tx
      .select({ userId: users.id, to: sql<string>`${users.email}` })
      .from(users)
      .where(and(eq(users.id, viewer.id), isNotNull(users.email)));
    if (reader) await queueDeliveries(tx, [reportTo(reader)], at);
  });
}
