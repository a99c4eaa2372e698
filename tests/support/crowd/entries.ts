import { type SQL, sql } from "drizzle-orm";
import { ago, few, idOf } from "./numbers";

/** Each with a post of its own; the first one with many. */
export const entries = (staffId: string, numbers: SQL): SQL[] => [
  sql`insert into entries (id, author_id, title, body_markdown, body_html, html_version, excerpt, label_ids, published_at)
    select ${idOf("entry")}, ${staffId}, 'News ' || i, 'It is here.', '<p>It is here.</p>', 1, 'It is here.',
      array[1], ${ago("1 minute")} from ${numbers}`,
  sql`insert into entry_posts (entry_id, post_id, position)
    select case when i <= ${few} then ${idOf("entry", 1)} else ${idOf("entry")} end, ${idOf("post")}, i % ${few}
    from ${numbers}`,
  sql`insert into subscribers (id, email, confirmed_at)
    select ${idOf("subscriber")}, 'reader-' || i || '@example.com', now() from ${numbers}`,
  sql`insert into subscribers (id, email, confirmed_at, roadmap_id)
    select ${idOf("follower")}, 'reader-' || i || '@example.com', now(), (select min(id) from roadmaps) from ${numbers}`,
];
