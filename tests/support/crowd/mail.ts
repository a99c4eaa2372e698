import { type SQL, sql } from "drizzle-orm";
import { ago, idOf } from "./numbers";

export const mail = (numbers: SQL): SQL[] => [
  sql`insert into deliveries (id, kind, user_id, "to", subject, status, created_at)
    select ${idOf("mail")}, 'comments', ${idOf("user")}, 'person-' || i || '@example.com', 'News',
      case when i % 50 = 7 then 'failed' when i % 50 = 9 then 'queued' else 'delivered' end::delivery_status,
      ${ago("1 minute")} from ${numbers}`,
  sql`update notifications set delivery_id = deliveries.id from ${numbers}
    join deliveries on deliveries.id = ${idOf("mail")} where notifications.id = ${idOf("news")}`,
  sql`insert into suppressions (email, reason, created_at)
    select 'gone-' || i || '@example.com', 'bounce', ${ago("9 minutes")} from ${numbers}`,
  sql`insert into mail_tokens (hash, scope, user_id, post_id)
    select encode(sha256(convert_to('token-' || i, 'utf8')), 'hex'),
      case when i % 2 = 0 then 'solved' else 'mute' end::mail_scope, ${idOf("user")}, ${idOf("post")} from ${numbers}`,
];
