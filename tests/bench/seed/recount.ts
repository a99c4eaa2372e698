import type { Sql } from "postgres";
import { mostComments, type Size } from "./size";

/** Throws unless the counters of every post say what a recount says, and all is there that was ordered. */
export async function recount(sql: Sql, size: Size): Promise<void> {
  const [totals] = await sql`
    select (select count(*) from posts)::int as posts,
      (select count(*) from votes)::int as votes,
      (select count(*) from users)::int as people,
      (select count(distinct (kind, status)) from posts)::int as states,
      (select max(comment_count) from posts) as most_comments,
      (select count(*) from (${wrong(sql)}) wrong)::int as posts_with_wrong_counters`;
  const expected = { ...size, states: 12, most_comments: mostComments, posts_with_wrong_counters: 0 };
  for (const [name, count] of Object.entries(expected)) {
    if (totals?.[name] !== count) throw new Error(`Seeded ${totals?.[name]} ${name}, not ${count}.`);
  }
}

/** Says so if there are posts whose counters are not right. */
export async function findWrongCounters(sql: Sql): Promise<string[]> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from (${wrong(sql)}) wrong`;
  return row?.count ? [`${row.count} posts have wrong counters`] : [];
}

/** The posts whose counters are not right. */
function wrong(sql: Sql) {
  return sql`
    select posts.id from posts
    left join (select post_id, count(*) from votes group by post_id) voted on voted.post_id = posts.id
    left join (select post_id, count(*) from comments where deleted_at is null group by post_id) said on said.post_id = posts.id
    left join (select post_id, count(*) from follows where level <> 'muted' group by post_id) follow on follow.post_id = posts.id
    where (vote_count, comment_count, follower_count)
      <> (coalesce(voted.count, 0), coalesce(said.count, 0), coalesce(follow.count, 0))`;
}
