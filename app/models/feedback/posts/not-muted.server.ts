import { type SQL, sql } from "drizzle-orm";
import { follows, users } from "#db/schema";

/** Where `follows` is left-joined: the person has not muted the post, whether or not they follow it. */
export const notMuted: SQL = sql`${follows.level} is distinct from 'muted'`;

/** A condition on rows of `users`: the person has not muted this post. */
export const hasNotMuted = (postId: string): SQL => sql`not exists (select from follows as muted
  where muted.post_id = ${postId} and muted.user_id = ${users.id} and muted.level = 'muted')`;
