import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";

interface TakeBack {
  importId: string;
  /** Ids as subqueries: the posts that go, and those of the import that stay with everything on them. */
  removed: SQL;
  kept: SQL;
}

/**
 * Takes back the votes, follows, comments, answers and merges of an import, and all of them on the posts that go.
 * Resolves to the other posts whose counts change.
 */
export async function takeBackActivities(tx: Db, { importId, removed, kept }: TakeBack): Promise<string[]> {
  const of = (kind: string) => sql`(select our_id, post_id from import_sources
    where import_id = ${importId} and kind = ${kind} and post_id not in ${kept})`;
  const freed = await rows<{ duplicate: string; original: string }>(
    tx,
    sql`delete from merges where duplicate_id in ${removed} or (id, duplicate_id) in ${of("merge")}
      returning duplicate_id as duplicate, original_id as original`,
  );
  const duplicates = sql`(select value::uuid from json_array_elements_text(
    ${JSON.stringify(freed.map(({ duplicate }) => duplicate))}::json))`;
  await tx.execute(sql`update posts set merged_into = null where id in ${duplicates}`);
  const touched = new Set(freed.map(({ original }) => original));
  const changes = [
    // A vote that somebody has taken back and given again is theirs.
    sql`delete from votes where post_id in ${removed} or merged_from in ${duplicates}
      or (user_id, post_id) in ${of("vote")} and not exists (select from events where events.post_id = votes.post_id
        and events.actor_id = votes.user_id and type in ('post.voted', 'post.unvoted')) returning post_id as id`,
    sql`delete from follows where post_id in ${removed} or merged_from in ${duplicates}
      or (user_id, post_id) in ${of("follow")} and not exists (select from events where events.post_id = follows.post_id
        and events.actor_id = follows.user_id and type = 'post.followed') returning post_id as id`,
    sql`delete from comments where post_id in ${removed} or (id, post_id) in ${of("comment")}
      and not exists (select from events where events.comment_id = comments.id)
      and not exists (select from comments as reply where reply.parent_id = comments.id
        and (reply.id, reply.post_id) not in ${of("comment")}) returning post_id as id`,
    sql`delete from moves where (id, post_id) in ${of("answer")} returning post_id as id`,
  ];
  for (const change of changes) for (const { id } of await rows<{ id: string }>(tx, change)) touched.add(id);
  for (const original of await dropLent(tx, [...touched])) touched.add(original);
  const others = await rows<{ id: string }>(
    tx,
    sql`select value::uuid as id from json_array_elements_text(${JSON.stringify([...touched])}::json)
      where value::uuid not in ${removed}`,
  );
  return others.map(({ id }) => id);
}

/** What originals were lent by duplicates that have it no more. Resolves to those originals. */
async function dropLent(tx: Db, lenders: string[]): Promise<string[]> {
  const some = sql`(select value::uuid from json_array_elements_text(${JSON.stringify(lenders)}::json))`;
  const originals: string[] = [];
  for (const table of [sql`votes`, sql`follows`]) {
    const dropped = await rows<{ id: string }>(
      tx,
      sql`delete from ${table} as copy where merged_from in ${some} and not exists (select from ${table} as source
        where source.post_id = copy.merged_from and source.user_id = copy.user_id) returning post_id as id`,
    );
    originals.push(...dropped.map(({ id }) => id));
  }
  return originals;
}
