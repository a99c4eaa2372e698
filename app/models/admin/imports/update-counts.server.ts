import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";

/**
 * Brings counts of posts up to date after votes, follows, comments or merges came in bulk, and lends originals what
 * their duplicates have (as carry-over.server.ts does for one).
 */
export async function updateCounts(tx: Db, postIds: string[]): Promise<void> {
  if (postIds.length === 0) return;
  const some = sql`(select value::uuid from json_array_elements_text(${JSON.stringify(postIds)}::json))`;
  await lend(tx, some);
  await tx.execute(sql`update posts set
    vote_count = (select count(*) from votes where post_id = posts.id) + imported_votes
      + (select coalesce(sum(duplicate.imported_votes), 0) from posts as duplicate where duplicate.merged_into = posts.id),
    follower_count = (select count(*) from follows where post_id = posts.id and level <> 'muted'),
    comment_count = (select count(*) from comments where deleted_at is null and (post_id = posts.id
      or post_id in (select id from posts as duplicate where duplicate.merged_into = posts.id)))
    where id in ${some} or id in (select merged_into from posts where id in ${some} and merged_into is not null)`);
}

async function lend(tx: Db, some: SQL): Promise<void> {
  await tx.execute(sql`insert into votes (post_id, user_id, merged_from, created_at)
    select merges.original_id, votes.user_id, votes.post_id, votes.created_at
    from merges join votes on votes.post_id = merges.duplicate_id
    where merges.duplicate_id in ${some} and undone_at is null
    order by merges.id on conflict do nothing`);
  await tx.execute(sql`insert into follows (post_id, user_id, level, merged_from, created_at)
    select merges.original_id, follows.user_id, follows.level, follows.post_id, follows.created_at
    from merges join follows on follows.post_id = merges.duplicate_id
    where merges.duplicate_id in ${some} and undone_at is null
    order by merges.id on conflict do nothing`);
}
