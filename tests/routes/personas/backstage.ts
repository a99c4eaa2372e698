import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { db } from "../../support/database";
import type { People, Posts } from "./stage";

export const ticket = 77;

/** What the team and the product keep for themselves, written past the commands. */
export async function setUpBackstage({ ada, mona, dave }: People, posts: Posts) {
  const [view, ownView, queueView] = [1, 2, 3];
  const ids = { mail: uuid(), upload: uuid(), import: uuid(), bulk: uuid() };
  const post = sql`(select id from posts where number = ${posts.open})`;
  const report = {
    ...{ format: "csv", source: "kwximportsource", good: 1, refused: 0, kinds: [["idea", 1]], statuses: [], tags: [] },
    ...{ boards: [["Old", 1]], tagCount: 0, people: 0, deeds: {}, hiddenComments: 0, votesWithoutPeople: 0 },
    ...{ remarks: [], refusals: [] },
    samples: [{ title: "kwximportsample", kind: "idea", status: "open", board: "Old", tags: [], beginning: "" }],
  };
  const statements = [
    sql`insert into replies (title, body_markdown) values ('kwxreplytitle', 'kwxreplytext')`,
    sql`insert into synonyms (language, words, keys, origin)
      values ('en', array['kwxsynonymone', 'kwxsynonymother'], array['kwxsynonymone', 'kwxsynonymother'], 'team')`,
    sql`insert into companies (domain, name, value) values ('kwxcompanydomain.example', 'kwxcompanyname', 12)`,
    sql`insert into inbox_views (slug, name, filter, owner_id, is_shared) values
      ('shared', 'kwxsharedview', '', ${mona.id}, true), ('own', 'kwxownview', '', ${mona.id}, false)`,
    sql`insert into inbox_views (noun, slug, name, filter, owner_id) values
      ('ticket', 'own', 'kwxqueueview', '', ${mona.id})`,
    sql`insert into bulk_actions (id, actor_id, change) values (${ids.bulk}, ${mona.id}, 'move:planned')`,
    sql`insert into freshdesk_settings (id) values (1) on conflict do nothing`,
    sql`insert into freshdesk_tickets (number, state, status, subject, company_name, text, text_at)
      values (${ticket}, 'here', 2, 'kwxticketsubject', 'kwxticketcompany', 'kwxtickettext', now())`,
    sql`insert into freshdesk_links (id, post_id, ticket, origin) values (${uuid()}, ${post}, ${ticket}, 'staff')`,
    sql`insert into freshdesk_writes (id, post_id, ticket, kind, state, answer, settled_at)
      values (${uuid()}, ${post}, ${ticket}, 'note', 'refused', 'kwxwriteanswer', now())`,
    sql`insert into supporters (id, post_id, contact_id, state, email)
      values (${uuid()}, ${post}, '5', 'asked', 'kwxsupporter@example.com')`,
    sql`insert into deliveries (id, kind, user_id, "to", subject, html, text, status, answer)
      values (${ids.mail}, 'comments', ${dave.id}, 'kwxmailaddress@example.com', 'kwxmailsubject', 'kwxmailhtml',
        'kwxmailtext', 'failed', 'kwxmailanswer')`,
    sql`insert into suppressions (email, reason) values ('kwxsuppressed@example.com', 'bounce')`,
    sql`insert into sign_ins (id, email, language, next, expires_at)
      values (${uuid()}, 'kwxsigninaddress@example.com', 'en', '/kwxsigninnext', now() + interval '1 hour')`,
    sql`insert into import_uploads (id, file_name, actor_id, state, report)
      values (${ids.upload}, 'kwximportfile.csv', ${ada.id}, 'checked', ${JSON.stringify(report)}::jsonb)`,
    sql`insert into imports (id, source, format, keeps_numbers, finished_at)
      values (${ids.import}, 'kwximportsource', 'csv', false, now())`,
  ];
  for (const statement of statements) await db.execute(statement);
  return { ...ids, view, ownView, queueView };
}
