import { and, between, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { statusesIn } from "~/models/posts/lifecycle";
import { listedPosts } from "~/models/posts/visible-posts.server";

/** Numbers of posts that everybody sees and may vote for. */
export interface Targets {
  /** With a few votes and comments. */
  usual: number;
  mostDiscussed: number;
  mostVoted: number;
  /** As many as share no factor with the number of people who vote. */
  forVotes: number[];
}

const votedFor = 1999;

export async function findTargets(db: Db): Promise<Targets> {
  const find = (order: SQL, where?: SQL, count = 1) =>
    db
      .select({ number: posts.number })
      .from(posts)
      .where(
        and(listedPosts(db, null), inArray(posts.status, statusesIn("open", "active")), isNull(posts.pinnedAt), where),
      )
      .orderBy(order)
      .limit(count);
  const first = async (order: SQL, where?: SQL) => (await find(order, where))[0]?.number ?? 0;
  const anyOrder = sql`md5(${posts.id}::text)`;
  return {
    usual: await first(anyOrder, and(eq(posts.commentCount, 3), between(posts.voteCount, 5, 30))),
    mostDiscussed: await first(desc(posts.commentCount)),
    mostVoted: await first(desc(posts.voteCount)),
    forVotes: (await find(anyOrder, undefined, votedFor)).map(({ number }) => number),
  };
}
