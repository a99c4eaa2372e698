import { type SQL, sql } from "drizzle-orm";
import { idOf } from "./numbers";

export const people = (numbers: SQL): SQL[] => [
  sql`insert into users (id, email, name, handle)
    select ${idOf("user")}, 'person-' || i || '@example.com', 'Person ' || i, 'person-' || i from ${numbers}`,
  sql`insert into sessions (id, user_id, expires_at)
    select md5('session' || i), ${idOf("user")}, now() + interval '1 day' from ${numbers}`,
];
