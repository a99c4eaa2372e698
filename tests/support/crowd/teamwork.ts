import { type SQL, sql } from "drizzle-orm";
import type { Crowd } from "./crowd";
import { ago, crowded, few, idOf, postOf } from "./numbers";

/** One in which the first posts were moved; no more than fifty can be. */
export const bulkAction = "01900000-0000-7000-8000-00000000b01c";
/** What the team does among itself: a third of the posts is looked after by one of them. */
export const teamwork = ({ staffId }: Crowd, numbers: SQL): SQL[] => [
  sql`update posts set assignee_id = ${staffId}::uuid from ${numbers} where posts.id = ${idOf("post")} and i % 3 = 1`,
  sql`insert into notes (id, post_id, author_id, body_markdown, body_html, html_version, created_at)
    select ${idOf("note")}, ${postOf(crowded)}, ${staffId}::uuid, 'Hm.', '<p>Hm.</p>', 1, ${ago("4 minutes")}
    from ${numbers}`,
  sql`insert into bulk_actions (id, actor_id, change) values (${bulkAction}::uuid, ${staffId}::uuid, 'move:planned')
    on conflict do nothing`,
  sql`insert into bulk_action_posts (bulk_action_id, post_id, verdict, before, after)
    select ${bulkAction}::uuid, ${idOf("post")}, 'changed', '{}', '{}' from ${numbers} where i <= ${few}`,
  sql`insert into inbox_views (slug, name, filter, owner_id)
    select 'view-' || i, 'View ' || i, 'status=planned', ${staffId}::uuid from ${numbers} where i <= ${few}`,
  sql`insert into replies (title, body_markdown) select 'Reply ' || i, 'Thank you.' from ${numbers}`,
  sql`insert into synonyms (language, words, keys, origin)
    select 'en', array['word ' || i, 'term ' || i], array['word' || i, 'term' || i], 'team' from ${numbers}`,
];
