import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { withDuplicates } from "./duplicates.server";

// What duplicates lend their original: copies of their votes and follows, marked with the duplicate they come
// from. A person's own vote or follow on the original always wins over a copy.

/**
 * Brings the copies on a post, which is held, in line with the duplicates that are merged into it now: takes away
 * those that have lost their source, adds those that are missing.
 */
export async function carryOver(tx: Db, originalId: string): Promise<void> {
  await tx.execute(sql`delete from votes as copy where post_id = ${originalId} and merged_from is not null
    and not exists (
      select from votes as source join merges on merges.duplicate_id = source.post_id
      where merges.original_id = copy.post_id and undone_at is null and source.post_id = copy.merged_from
        and source.user_id = copy.user_id and source.created_at = copy.created_at)`);
  await tx.execute(sql`delete from follows as copy where post_id = ${originalId} and merged_from is not null
    and not exists (
      select from follows as source join merges on merges.duplicate_id = source.post_id
      where merges.original_id = copy.post_id and undone_at is null and source.post_id = copy.merged_from
        and source.user_id = copy.user_id and source.created_at = copy.created_at and source.level = copy.level)`);
  // Whoever took the vote on the original back after the merge has no copy any more, and gets none again.
  await tx.execute(sql`insert into votes (post_id, user_id, merged_from, created_at)
    select merges.original_id, source.user_id, source.post_id, source.created_at
    from merges
    join votes as source on source.post_id = merges.duplicate_id
    join events as merged on merged.post_id = merges.duplicate_id and merged.type = 'post.merged'
      and merged.data ->> 'mergeId' = merges.id::text
    where merges.original_id = ${originalId} and undone_at is null and not exists (
      select from events as unvoted where unvoted.post_id = merges.original_id and unvoted.type = 'post.unvoted'
        and unvoted.actor_id = source.user_id and unvoted.id > merged.id)
    order by merges.id
    on conflict do nothing`);
  await tx.execute(sql`insert into follows (post_id, user_id, level, merged_from, created_at)
    select merges.original_id, source.user_id, source.level, source.post_id, source.created_at
    from merges join follows as source on source.post_id = merges.duplicate_id
    where merges.original_id = ${originalId} and undone_at is null
    order by merges.id
    on conflict do nothing`);
}

/** Counts votes, followers and comments of a post afresh; imported votes are lent as long as the merge stands. */
export async function recount(tx: Db, postId: string): Promise<void> {
  await tx.execute(sql`update posts set
    vote_count = (select count(*) from votes where post_id = posts.id)
      + (select sum(imported_votes) from posts as one where one.id in (${withDuplicates(postId)})),
    follower_count = (select count(*) from follows where post_id = posts.id and level <> 'muted'),
    comment_count = (select count(*) from comments
      where deleted_at is null and post_id in (${withDuplicates(postId)}))
    where id = ${postId}`);
}
