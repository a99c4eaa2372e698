import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { posts } from "#db/schema";
import { standingFor } from "../posts/duplicates.server";
import { listedPosts } from "../posts/visible-posts.server";

/** How many names a sentence of thanks has at most. */
const mostNames = 12;

export interface Thanks {
  names: string[];
  /** Those who are not named: they were too many, chose not to be shown, or are gone. */
  others: number;
}

/**
 * Who asked or voted for what an entry brings, authors first. It is about posts that everybody may see, and thus the
 * same for everybody. The number is that of the publication, as votes on done posts stand still.
 */
export async function findThanks(db: Db, { id, thankedCount }: { id: string; thankedCount: number }): Promise<Thanks> {
  const isShown = sql`users.name is not null and not users.hides_name and users.deleted_at is null and users.blocked_at is null`;
  const found = await rows<{ name: string }>(
    db,
    sql`with linked as (${publicPosts(db, id)}), thanked as (
        select linked.author_id as user_id, 0 as place from linked
        union all
        select voted.user_id, 1 from linked cross join lateral (
          select votes.user_id from votes join users on users.id = votes.user_id
          where votes.post_id = linked.id and ${isShown} order by votes.user_id limit ${mostNames}
        ) as voted
      )
      select users.name from thanked join users on users.id = thanked.user_id where ${isShown}
      group by users.id, users.name order by min(place), users.id limit ${mostNames}`,
  );
  const names = found.map(({ name }) => name);
  return { names, others: Math.max(0, thankedCount - names.length) };
}

/** How many people asked or voted for it. */
export async function countThanked(db: Db, entryId: string): Promise<number> {
  const [counted] = await rows<{ count: number }>(
    db,
    sql`with linked as (${publicPosts(db, entryId)})
      select count(*)::int as count from (
        select author_id from linked union select votes.user_id from votes join linked on linked.id = votes.post_id
      ) as thanked`,
  );
  return counted?.count ?? 0;
}

const publicPosts = (db: Db, entryId: string): SQL => sql`select ${posts.id}, ${posts.authorId} from ${posts}
  where ${posts.id} in (select ${standingFor(sql`entry_posts.post_id`)} from entry_posts
    where entry_posts.entry_id = ${entryId})
  and ${listedPosts(db, null)}`;
