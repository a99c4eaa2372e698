import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { DomainError } from "../../core/domain-error";
import { hashedColumn } from "../../core/users/hashed-address.server";
import { mayHandleTickets } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { withDuplicates } from "../../feedback/posts/duplicates.server";
import { isOurCustomers, ourTickets, waitingTickets } from "./waiting.server";

export interface Waiting {
  /** Tickets that are linked to the post or to its duplicates, and are still there. */
  tickets: number;
  /** Customers behind them, each once, without those who vote themselves and those who said no. */
  supporters: number;
  companies: number;
}

/** How many wait for a post in the support desk; for staff. Reads no more than the post's own links. */
export async function countWaiting(db: Db, viewer: Viewer, postId: string): Promise<Waiting> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const [counts] = await rows<{ tickets: string; supporters: string; companies: string }>(
    db,
    sql`with family as materialized (${withDuplicates(postId)}),
    waiting as (
      select w.*, plain.email, plain.user_id, coalesce(plain.state, hashed.state) as state
      from (${waitingTickets(sql`l.post_id = any(array(select id from family))`)}) as w
      left join supporters as plain on plain.post_id = w.post_id and plain.contact_id = w.contact_id
      left join supporters as hashed
        on hashed.post_id = w.post_id and hashed.contact_id = ${hashedColumn(sql`w.contact_id`)}
    ),
    people as (
      select contact_id, email, user_id from waiting where state is null or state not in ('declined', 'nobody')
      union all
      select contact_id, email, user_id from supporters
        where post_id = any(array(select id from family)) and state = 'agreed'
    ),
    accounts as (
      select contact_id, user_id from people where user_id is not null
      union all
      select contact_id, users.id from people join users on users.email = people.email
    ),
    voters as (
      select contact_id from accounts join votes on votes.post_id = ${postId} and votes.user_id = accounts.user_id
    )
    select
      (select count(distinct l.ticket) from freshdesk_links as l left join freshdesk_tickets as t on t.number = l.ticket
        where l.post_id = any(array(select id from family)) and l.unlinked_at is null
          and (t.state is null or t.state in ('here', 'archived')))
        + (select count(*) from ${ourTickets}
          where l.post_id = any(array(select id from family)) and ${isOurCustomers}) as tickets,
      (select count(distinct contact_id) from people
        where contact_id not in (select contact_id from voters)) as supporters,
      (select count(distinct company_id) from waiting where is_here) as companies`,
  );
  const { tickets = 0, supporters = 0, companies = 0 } = counts ?? {};
  return { tickets: Number(tickets), supporters: Number(supporters), companies: Number(companies) };
}
