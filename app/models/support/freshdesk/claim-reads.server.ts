import { and, eq, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { freshdeskReads } from "#db/schema";

/** Seconds. Reading twice does no harm. */
const lease = 120;

export type ClaimedRead = { ticket: number; tries: number; wantsText: boolean; askedAt: string };

/** Takes the next ticket that is to be read; undefined if there is none. */
export async function claimRead(db: Db, at: Date): Promise<ClaimedRead | undefined> {
  const now = at.toISOString();
  const [claimed] = await rows<ClaimedRead>(
    db,
    sql`update freshdesk_reads r set leased_until = ${now}::timestamptz + make_interval(secs => ${lease}), tries = r.tries + 1
      from (
        select ticket from freshdesk_reads
        where due_at <= ${now}::timestamptz and (leased_until is null or leased_until < ${now}::timestamptz)
          and not exists (select 1 from freshdesk_settings
            where paused_at is not null or disconnected_at is not null or broken_at is not null)
        order by due_at, ticket limit 1 for update skip locked
      ) as due
      where r.ticket = due.ticket
      returning r.ticket, r.tries, r.wants_text as "wantsText", r.asked_at::text as "askedAt"`,
  );
  return claimed;
}

/** It has been read; if it was asked for again meanwhile, it is to be read again. */
export async function finishRead(db: Db, { ticket, askedAt }: ClaimedRead): Promise<void> {
  const gone = await db
    .delete(freshdeskReads)
    .where(and(eq(freshdeskReads.ticket, ticket), sql`${freshdeskReads.askedAt} = ${askedAt}::timestamptz`))
    .returning({ ticket: freshdeskReads.ticket });
  if (gone.length > 0) return;
  await db.update(freshdeskReads).set({ leasedUntil: null, tries: 0 }).where(eq(freshdeskReads.ticket, ticket));
}

export async function postponeRead(db: Db, ticket: number, dueAt: Date): Promise<void> {
  await db.update(freshdeskReads).set({ leasedUntil: null, dueAt }).where(eq(freshdeskReads.ticket, ticket));
}

/** When the next ticket is to be read; undefined if none is. */
export async function findNextRead(db: Db): Promise<Date | undefined> {
  const [next] = await rows<{ at: number | null }>(
    db,
    sql`select (extract(epoch from min(greatest(due_at, coalesce(leased_until, due_at)))) * 1000)::float8 as at
      from freshdesk_reads`,
  );
  return next?.at ? new Date(next.at) : undefined;
}
