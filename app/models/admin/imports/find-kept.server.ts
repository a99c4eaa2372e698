import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";

/** Posts of an import that anything has happened to here, and the originals that such duplicates count for. */
export async function findKept(tx: Db, importId: string): Promise<{ id: string; number: number; title: string }[]> {
  const own = sql`select post_id from import_sources where import_id = ${importId} and kind = 'post'`;
  return rows(
    tx,
    sql`with changed as (
      select posts.id, posts.merged_into from posts where id in (${own}) and (
        exists (select from events where events.post_id = posts.id and type <> 'post.imported')
        or exists (select from posts as other where other.merged_into = posts.id and other.id not in (${own}))))
      select id, number, title from posts
      where id in (select id from changed)
        or (id in (${own}) and id in (select merged_into from changed))
      order by number`,
  );
}
