import { type SQL, sql } from "drizzle-orm";
import { hashedColumn } from "../users/hashed-address.server";

/** Mails that agents wrote: nobody asked for anything in those. */
const outboundEmail = 10;

/**
 * Who waits for which post: a row (post_id, contact_id, company_id, ticket, is_here) for each ticket of a customer
 * that is linked to it. Deleted tickets and spam are not among them; whoever wrote a ticket that was merged waits as
 * long as the one that took it in.
 */
export const waitingTickets: SQL = sql`select l.post_id, t.requester_id as contact_id, t.company_id, t.number as ticket,
    t.state <> 'merged' as is_here
  from ticket_links as l join freshdesk_tickets as t on t.number = l.ticket
  where l.unlinked_at is null and t.requester_id is not null and t.source is distinct from ${outboundEmail}::int
    and (t.state in ('here', 'archived') or t.state = 'merged' and exists (
      select from ticket_links as kept join freshdesk_tickets as taken on taken.number = kept.ticket
      where kept.post_id = l.post_id and kept.ticket = t.merged_into and kept.unlinked_at is null
        and taken.state in ('here', 'archived')))`;

/** Whether `supporters` is about a contact, by its id or, where that is forgotten, by its hash. */
export const isAbout = (contactId: SQL): SQL =>
  sql`supporters.contact_id in (${contactId}, ${hashedColumn(contactId)})`;
