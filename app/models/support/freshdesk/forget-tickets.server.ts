import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";

const day = 24 * 60 * 60_000;

/** Forgets what was seen of tickets that nobody has linked, and what customers wrote, after a day. */
export async function forgetFreshdeskTickets(db: Db, at: Date): Promise<void> {
  const before = new Date(at.getTime() - day).toISOString();
  await db.execute(
    // One that nobody linked has no state; its subject came with the text, and goes with it.
    sql`update freshdesk_tickets
      set text = null, text_at = null, subject = case when state is null then null else subject end
      where text_at < ${before}::timestamptz`,
  );
  await db.execute(
    sql`delete from freshdesk_tickets t where coalesce(seen_at, 'epoch') < ${before}::timestamptz
      and not exists (select 1 from freshdesk_links l where l.ticket = t.number and l.unlinked_at is null)`,
  );
}
