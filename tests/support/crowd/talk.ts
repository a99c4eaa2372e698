import { type SQL, sql } from "drizzle-orm";
import type { Crowd } from "./crowd";
import { ago, crowded, few, idOf, postOf } from "./numbers";

/** What was said and done; there is news of every second comment. */
export const talk = ({ memberId, staffId }: Crowd, numbers: SQL): SQL[] => [
  sql`insert into comments (id, post_id, author_id, body_markdown, body_html, html_version, created_at)
    select ${idOf("comment")}, ${postOf(crowded)},
      ${idOf("user")}, 'Yes.', '<p>Yes.</p>', 1, ${ago("3 minutes")} from ${numbers}`,
  sql`insert into comments (id, post_id, author_id, parent_id, body_markdown, body_html, html_version, created_at)
    select ${idOf("reply")}, ${postOf(crowded)},
      ${memberId}::uuid, ${idOf("comment")}, 'No.', '<p>No.</p>', 1, ${ago("2 minutes")} from ${numbers}`,
  sql`insert into moves (id, post_id, actor_id, "from", "to", answer_html)
    select ${idOf("move")}, ${idOf("post")}, ${staffId}::uuid, 'open', 'open', '<p>Soon.</p>' from ${numbers}`,
  sql`insert into moves (id, post_id, actor_id, "from", "to", answer_html)
    select ${idOf("early move")}, ${idOf("post", 1)}, ${staffId}::uuid, 'open', 'open', '<p>Soon.</p>'
    from ${numbers} where i <= ${few}`,
  sql`insert into revisions (post_id, editor_id, before)
    select ${postOf(few)}, ${memberId}::uuid, '{"title": "Once"}'
    from ${numbers}`,
  sql`insert into events (type, actor_id, post_id, comment_id, data)
    select 'comment.submitted', ${idOf("user")}, posts.id, ${idOf("comment")}, '{}'
    from ${numbers} join comments on comments.id = ${idOf("comment")} join posts on posts.id = comments.post_id`,
  sql`insert into events (type, actor_id, post_id, data)
    select 'post.pinned', ${staffId}::uuid, ${postOf(few)}, '{}'
    from ${numbers}`,
  sql`insert into notifications (id, user_id, event_id, post_id, reason)
    select ${idOf("news")}, case when i <= ${crowded} then ${memberId}::uuid else ${idOf("user")} end, events.id,
      events.post_id, 'author'
    from ${numbers} join events on events.comment_id = ${idOf("comment")}`,
];
