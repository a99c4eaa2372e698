import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { DomainError } from "../domain-error";
import { withDuplicates } from "../posts/duplicates.server";
import { mayHandleTickets } from "../users/policy";
import type { Viewer } from "../users/viewer";
import { isAbout, waitingTickets } from "./waiting.server";

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
      select w.*, supporters.state, supporters.email, supporters.user_id
      from family join lateral (select * from (${waitingTickets}) as one where one.post_id = family.id) as w on true
      left join supporters on supporters.post_id = w.post_id and ${isAbout(sql`w.contact_id`)}
    ),
    people as (
      select contact_id, email, user_id from waiting where state is null or state not in ('declined', 'nobody')
      union all
      select contact_id, email, user_id from supporters
        where post_id in (select id from family) and state = 'agreed'
    )
    select
      (select count(distinct l.ticket) from ticket_links as l left join freshdesk_tickets as t on t.number = l.ticket
        where l.post_id in (select id from family) and l.unlinked_at is null
          and (t.state is null or t.state in ('here', 'archived'))) as tickets,
      (select count(distinct contact_id) from people where not exists (
        select from votes where votes.post_id = ${postId} and votes.user_id in (
          select people.user_id union all select users.id from users where users.email = people.email))) as supporters,
      (select count(distinct company_id) from waiting where is_here) as companies`,
  );
  const { tickets = 0, supporters = 0, companies = 0 } = counts ?? {};
  return { tickets: Number(tickets), supporters: Number(supporters), companies: Number(companies) };
}
