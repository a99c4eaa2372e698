import { and, between, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { statusesIn } from "~/models/feedback/posts/lifecycle";
import { listedPosts } from "~/models/feedback/posts/visible-posts.server";

export interface Target {
  id: string;
  number: number;
}

/** Posts that everybody sees and may vote for. */
export interface Targets {
  /** With a few votes and comments. */
  usual: Target[];
  mostDiscussed: Target;
  mostVoted: Target;
  /** As many as share no factor with the number of people who vote; others for the bare database. */
  forVotes: Target[];
  forBareVotes: Target[];
  /** Open ideas: they can be moved to and fro. */
  forMoves: Target[];
  forBareMoves: Target[];
}

const votedFor = 1999;
const moved = 3000;
const movedBare = 400;
const looked = 199;

export async function findTargets(db: Db): Promise<Targets> {
  const isOpen = inArray(posts.status, statusesIn("open", "active"));
  const find = (order: SQL, where?: SQL, count = 1): Promise<Target[]> =>
    db
      .select({ id: posts.id, number: posts.number })
      .from(posts)
      .where(and(listedPosts(db, null), isOpen, isNull(posts.pinnedAt), where))
      .orderBy(order)
      .limit(count);
  const anyOrder = sql`hashint4(${posts.number})`;
  const toVoteFor = await find(anyOrder, undefined, 2 * votedFor);
  const toMove = await find(anyOrder, and(eq(posts.kind, "idea"), eq(posts.status, "open")), moved + movedBare);
  return {
    usual: await find(anyOrder, and(between(posts.commentCount, 1, 3), between(posts.voteCount, 5, 30)), looked),
    mostDiscussed: only(await find(desc(posts.commentCount))),
    mostVoted: only(await find(desc(posts.voteCount))),
    forVotes: toVoteFor.slice(0, votedFor),
    forBareVotes: toVoteFor.slice(votedFor),
    forMoves: toMove.slice(0, moved),
    forBareMoves: toMove.slice(moved),
  };
}

function only([target]: Target[]): Target {
  if (!target) throw new Error("There is no such post.");
  return target;
}
