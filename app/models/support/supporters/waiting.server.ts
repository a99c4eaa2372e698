import { type SQL, sql } from "drizzle-orm";
import { hashedColumn } from "../../core/users/hashed-address.server";

/** Mails that agents wrote: nobody asked for anything in those. */
const outboundEmail = 10;

/** Our tickets `t` that are linked to posts by `l`, with who asked: `p`, and their account. */
export const ourTickets = sql`ticket_posts as l join tickets as t on t.id = l.ticket_id
    join ticket_people as p on p.ticket_id = t.id and p.role = 'requester'
    left join users as asker on asker.id = p.user_id`;

export const addressOfAsker = sql`coalesce(asker.email, p.email)`;

export const isOurCustomers = sql`t.deleted_at is null and t.spam_at is null and p.removed_at is null
  and coalesce(asker.email, p.email) is not null`;

/**
 * Who waits for which post: a row (post_id, contact_id, company_id, is_here) for each ticket of a customer that is
 * linked to it, of Freshdesk's and of ours. Whoever asked us is known by the hash of their address. Deleted tickets and spam are not among them; whoever wrote a ticket that was merged waits as long as
 * the one that took it in.
 * @param isWanted a condition on links, `l`
 */
export function waitingTickets(isWanted: SQL = sql`true`): SQL {
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
      and kept.unlinked_at is null and taken.state in ('here', 'archived')
  union all
  select l.post_id, ${hashedColumn(addressOfAsker)}, t.domain, true
    from ${ourTickets} where ${isWanted} and ${isOurCustomers}`;
}
