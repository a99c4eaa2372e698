import { type SQL, sql } from "drizzle-orm";

/** Mails that agents wrote: nobody asked for anything in those. */
const outboundEmail = 10;

/**
 * Who waits for which post: a row (post_id, contact_id, company_id, is_here) for each ticket of a customer that is
 * linked to it. Deleted tickets and spam are not among them; whoever wrote a ticket that was merged waits as long as
 * the one that took it in.
 * @param isWanted a condition on links, `l`
 */
export function waitingFreshdeskTickets(isWanted: SQL = sql`true`): SQL {
  const isCustomers = sql`t.requester_id is not null and t.source is distinct from ${outboundEmail}::int`;
  return sql`select l.post_id, t.requester_id as contact_id, t.company_id, true as is_here
    from freshdesk_links as l join freshdesk_tickets as t on t.number = l.ticket
    where ${isWanted} and l.unlinked_at is null and ${isCustomers} and t.state in ('here', 'archived')
  union all
  select l.post_id, t.requester_id, t.company_id, false
    from freshdesk_links as l join freshdesk_tickets as t on t.number = l.ticket
    join freshdesk_tickets as taken on taken.number = t.merged_into
    join freshdesk_links as kept on kept.post_id = l.post_id and kept.ticket = taken.number
    where ${isWanted} and l.unlinked_at is null and ${isCustomers} and t.state = 'merged'
      and kept.unlinked_at is null and taken.state in ('here', 'archived')`;
}
