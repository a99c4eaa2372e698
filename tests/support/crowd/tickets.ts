import { type SQL, sql } from "drizzle-orm";
import { ago, few, idOf, postOf } from "./numbers";

/** As many on post 1 as anywhere. */
export const tickets = (numbers: SQL): SQL[] => [
  sql`insert into freshdesk_tickets (number, state, status, subject, requester_id, company_id)
    select i, 'here', 2, 'It hurts', i::text, (i % 20)::text from ${numbers}`,
  sql`insert into freshdesk_links (id, post_id, ticket, origin)
    select ${idOf("link")}, ${postOf(few)}, i, 'staff'
    from ${numbers}`,
  sql`insert into freshdesk_links (id, post_id, ticket, origin)
    select ${idOf("first link")}, ${idOf("post")}, 1, 'staff' from ${numbers} where i between 2 and ${few}`,
  sql`insert into freshdesk_writes (id, post_id, ticket, kind, state, settled_at)
    select ${idOf("write")}, ${idOf("post")}, case when i <= ${few} then 1 else i end, 'note',
      case when i % 40 = 1 then 'queued' when i % 40 = 2 then 'refused' else 'done' end::freshdesk_write_state,
      ${ago("10 minutes")} from ${numbers}`,
  sql`insert into freshdesk_reads (ticket) select i from ${numbers}`,
  sql`insert into freshdesk_log (ticket, kind) select case when i <= ${few} then 1 else i end, 'seen_first' from ${numbers}`,
  sql`insert into supporters (id, post_id, contact_id)
    select ${idOf("supporter")}, ${postOf(few)}, i::text
    from ${numbers}`,
];
