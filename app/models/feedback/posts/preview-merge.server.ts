import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";

export interface MergeCounts {
  /** People who voted for both posts, who count once. */
  votedForBoth: number;
  votes: number;
  followers: number;
}

type Counts = MergeCounts & Record<string, number>;

/** How many the original will have when the duplicate is merged into it. */
export async function previewMerge(db: Db, duplicateId: string, originalId: string): Promise<MergeCounts> {
  const both = sql`(${duplicateId}::uuid, ${originalId}::uuid)`;
  // A follow of the original's own wins, be it `muted`.
  const [counts] = await rows<Counts>(
    db,
    sql`select
      (select count(distinct user_id)::int from votes where post_id in ${both}) as votes,
      (select count(*)::int - count(distinct user_id)::int from votes where post_id in ${both}) as "votedForBoth",
      (select count(*)::int from follows where level <> 'muted' and (post_id = ${originalId} or
        post_id = ${duplicateId} and user_id not in (select user_id from follows where post_id = ${originalId})
      )) as followers`,
  );
  return counts ?? { votedForBoth: 0, votes: 0, followers: 0 };
}
