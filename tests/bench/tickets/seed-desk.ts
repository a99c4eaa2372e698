import type { Sql, TransactionSql } from "postgres";
import { htmlVersion } from "~/models/core/text/markdown.server";
import { withoutIndexes } from "../seed/without-indexes";
import { addSessions } from "../sign-people-in";

const tables = ["users", "tickets", "ticket_people", "ticket_messages"];

/** So many are signed in beside an agent. */
const members = 1000;

/** Of the first tickets, each has so many messages. */
export const longTicket = { count: 5, messages: 200 };

/** Browsers that are signed in. */
export interface Sessions {
  agent: string;
  /** Each of another member, who has asked something. */
  members: string[];
}

/**
 * Fills a migrated, empty database with so many tickets of four messages each; one in twenty is under way. What they have in common
 * with each other is the same in all sizes by share, but for what few of many have in common: that is some dozens in each.
 */
export async function seedDesk(sql: Sql, count: number): Promise<Sessions> {
  const [known] = await sql`select from tickets limit 1`;
  if (!known) await sql.begin((tx) => fill(tx, count));
  await sql`vacuum analyze`.simple();
  const people = await sql<{ id: string }[]>`
    select seeded('user', case when n = 1 then 1 else 7 + n end) as id from generate_series(1, ${members + 1}) as n
    order by n`;
  const [agent = "", ...others] = await addSessions(sql, people);
  return { agent, members: others };
}

async function fill(sql: TransactionSql, count: number): Promise<void> {
  await sql`select set_config('work_mem', '256MB', true), set_config('maintenance_work_mem', '1GB', true)`;
  const people = Math.max(2000, count / 5);
  const companies = Math.round(people / 8);
  await sql`insert into boards (slug, name) values ('app', 'App')`;
  await sql`
    create function seeded(kind text, i bigint) returns uuid language sql immutable
    as $$ select overlay(overlay(md5(kind || i) placing '4' from 13) placing '8' from 17)::uuid $$`;
  // One of so many, from 0; what is picked for one purpose says nothing about what is for another.
  await sql`
    create function picked(i bigint, purpose bigint, count bigint) returns int language sql immutable
    as $$ select ((hashint8extended(i, purpose) & 2147483647) % count)::int $$`;
  await withoutIndexes(sql, tables, async () => {
    await sql`
      insert into users (id, email, name, handle, role)
      select seeded('user', i), 'person-' || i || '@company-' || i % ${companies}::int || '.example', 'Person ' || i, 'person-' || i,
        (case when i <= 8 then 'maintainer' else 'member' end)::role
      from generate_series(1, ${people}::int) as i`;
    await addTickets(sql, count, people, companies);
    await sql`
      insert into ticket_people (id, ticket_id, role, user_id, language)
      select seeded('person', i), seeded('ticket', i), 'requester', seeded('user', 9 + i % (${people}::int - 8)), 'en'
      from generate_series(1, ${count}::int) as i`;
    await addMessages(sql, count);
  });
  await sql`insert into numbering (name, last) values (${`ticket-${new Date().getUTCFullYear()}`}, ${count})`;
}

/** In five years' numbers the newest are the last; every thirtieth waits for an answer, every hundredth is restricted. */
async function addTickets(sql: TransactionSql, count: number, people: number, companies: number): Promise<void> {
  const rare = Math.round(count / 40);
  await sql`
    insert into tickets (id, year, serial, subject, status, priority, category_id, opened_by, assignee_id, tier, source,
      domain, language, tags, is_restricted, created_at, spoken_at, unanswered_since, resolved_at, closed_at, spam_at)
    select seeded('ticket', i), ${new Date().getUTCFullYear()}, i,
      (array['Cannot sign in', 'The export stops', 'A wrong total', 'Prints blank pages', 'Slow since Monday'])[1 + picked(i, 1, 5)]
        || case when i % ${rare} = 0 then ' quetzalcoatl' else '' end,
      status, (enum_range(null::ticket_priority))[1 + picked(i, 2, 4)],
      (select id from ticket_categories order by id offset picked(i, 3, 5) limit 1), seeded('user', 9 + i % (${people}::int - 8)),
      case when picked(i, 4, 3) > 0 then seeded('user', 1 + picked(i, 5, 8)) end, 1 + picked(i, 6, 4), 'page',
      'company-' || (9 + i % (${people}::int - 8)) % ${companies}::int || '.example', 'en',
      case when i % ${rare} = 1 then array['rare'] when picked(i, 7, 10) = 0 then array['export'] else '{}' end, picked(i, 8, 100) = 0,
      at, at + interval '2 hours',
      case when status in ('open', 'in_progress') and picked(i, 9, 3) = 0 then at + interval '2 hours' end,
      case when status in ('resolved', 'closed') then at + interval '1 day' end,
      case when status = 'closed' then at + interval '8 days' end, case when i % 250 = 7 then at end
    from generate_series(1, ${count}::int) as i,
      lateral (select now() - (${count} - i) * (interval '1 year' / ${count}) as at,
        (case when picked(i, 10, 20) = 0 then (array['open', 'in_progress', 'waiting'])[1 + picked(i, 11, 3)]
          when picked(i, 10, 20) < 3 then 'resolved' else 'closed' end)::ticket_status as status) as computed`;
}

async function addMessages(sql: TransactionSql, count: number): Promise<void> {
  await sql`
    insert into ticket_messages (id, ticket_id, kind, agent_id, person_id, source, body_markdown, body_html, html_version,
      created_at)
    select seeded('message ' || n || ' ', i), seeded('ticket', i),
      (case when n = 3 then 'note' else 'message' end)::ticket_message_kind,
      case when n in (2, 3) then seeded('user', 1 + i % 8) end, case when n in (1, 4) then seeded('person', i) end, 'page',
      text, '<p>' || text || '</p>', ${htmlVersion}, now() - (${count} - i) * (interval '1 year' / ${count})
        + n * interval '10 minutes'
    from generate_series(1, ${count}::int) as i
      cross join generate_series(1, case when i <= ${longTicket.count} then ${longTicket.messages} else 4 end) as n,
      lateral (select 'Since the update of ' || (array['Monday', 'Tuesday', 'last week', 'yesterday'])[1 + picked(i, n, 4)]
        || ' the ' || (array['export', 'import', 'report', 'calendar', 'editor', 'search', 'login'])[1 + picked(i, 1000 + n, 7)]
        || ' does not work for ' || (array['me', 'us', 'my team', 'our customers'])[1 + picked(i, 2000 + n, 4)]
        || ': it says E_' || 1000 + picked(i, 3000 + n, 400) || ' and then nothing happens. Case ' || i || '.' as text) as said`;
}
