import { and, desc, eq, gt, lt, min, notInArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries } from "#db/schema";

const minute = 60_000;
/** So many of an hour's mails, the latest, say how mail is doing. */
const mostCounted = 1000;

/** Trouble with mail that staff are warned of on every page. */
export interface MailTrouble {
  /** Of the mails of the last hour, the latest thousand at most. */
  failed: number;
  tried: number;
  /** Since when the oldest mail waits, if that is too long. */
  waitingSince: Date | null;
}

/** Mail is in trouble when more than two and more than a tenth of an hour's fail, or one waits ten minutes. */
export async function findMailTrouble(db: Db, at = new Date()): Promise<MailTrouble | undefined> {
  const { status, kind, createdAt } = deliveries;
  const ago = (minutes: number) => new Date(at.getTime() - minutes * minute);
  const latest = db
    .select({ isFailed: sql<boolean>`${status} in ('failed', 'bounced')`.as("is_failed") })
    .from(deliveries)
    .where(and(gt(createdAt, ago(60)), notInArray(status, ["queued", "skipped", "suppressed"]), sql`${kind} <> 'test'`))
    .orderBy(desc(createdAt))
    .limit(mostCounted)
    .as("latest");
  const [[hour], [oldest]] = await Promise.all([
    db
      .select({
        failed: sql<number>`count(*) filter (where ${latest.isFailed})`.mapWith(Number),
        tried: sql<number>`count(*)`.mapWith(Number),
      })
      .from(latest),
    db
      .select({ since: min(createdAt) })
      .from(deliveries)
      .where(and(eq(status, "queued"), lt(createdAt, ago(10)))),
  ]);
  const { failed = 0, tried = 0 } = hour ?? {};
  const isFailing = failed > 2 && failed > tried / 10;
  const waitingSince = oldest?.since ?? null;
  return isFailing || waitingSince ? { failed: isFailing ? failed : 0, tried, waitingSince } : undefined;
}
