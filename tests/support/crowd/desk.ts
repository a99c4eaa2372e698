import { type SQL, sql } from "drizzle-orm";
import type { Crowd } from "./crowd";
import { ago, crowded, few, idOf } from "./numbers";

/** One in which the first tickets were changed; no more than fifty can be. */
export const ticketBulk = "01900000-0000-7000-8000-00000000b02c";

/** Tickets of members, of which one has more than its share; each with four messages, and ticket 1 with very many. */
export const desk = ({ memberId, staffId }: Crowd, numbers: SQL): SQL[] => [
  sql`insert into tickets (id, year, serial, subject, status, priority, category_id, assignee_id, source, domain,
      language, tags, created_at, spoken_at, unanswered_since)
    select ${idOf("ticket")}, 2026, i, 'It hurts ' || i,
      (enum_range(null::ticket_status))[case when i % 20 = 0 then 1 + (i / 20) % 3 else 4 + i % 2 end],
      (enum_range(null::ticket_priority))[1 + i % 4], 1, case when i % 3 = 0 then ${staffId}::uuid end, 'page',
      'company-' || i % 50 || '.example', 'en', case when i % 90 = 0 then array['export'] else '{}' end,
      ${ago("1 minute")}, ${ago("1 minute")}, case when i % 40 = 0 then ${ago("1 minute")} end from ${numbers}`,
  sql`insert into ticket_people (id, ticket_id, role, user_id, language)
    select ${idOf("ticket person")}, ${idOf("ticket")}, 'requester',
      case when i <= ${crowded} then ${memberId}::uuid else ${idOf("user")} end, 'en' from ${numbers}`,
  sql`insert into ticket_messages (id, ticket_id, kind, agent_id, person_id, source, body_markdown, body_html, html_version)
    select md5('ticket message' || i || ' ' || n)::uuid, ${idOf("ticket")}, 'message',
      case when n % 2 = 0 then ${staffId}::uuid end, case when n % 2 = 1 then ${idOf("ticket person")} end, 'page',
      'It hurts here ' || i, '<p>It hurts here</p>', 5
    from ${numbers} cross join generate_series(1, 4) as n`,
  sql`insert into ticket_messages (id, ticket_id, kind, agent_id, source, body_markdown, body_html, html_version)
    select ${idOf("more of a ticket")}, ${idOf("ticket", 1)}, 'message', ${staffId}, 'page', 'More', '<p>More</p>', 5
    from ${numbers} where i <= ${crowded}`,
  sql`insert into bulk_actions (id, noun, actor_id, change)
    values (${ticketBulk}::uuid, 'ticket', ${staffId}::uuid, 'priority:high') on conflict do nothing`,
  sql`insert into bulk_action_tickets (bulk_action_id, ticket_id, verdict, before, after)
    select ${ticketBulk}::uuid, ${idOf("ticket")}, 'changed', '{}', '{}' from ${numbers} where i <= ${few}`,
  sql`insert into inbox_views (noun, slug, name, filter, owner_id)
    select 'ticket', 'queue-' || i, 'Queue ' || i, 'tag=export&sort=newest', ${staffId}::uuid
    from ${numbers} where i <= ${few}`,
];
