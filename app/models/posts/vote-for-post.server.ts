import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, votes } from "#db/schema";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import type { User } from "../users/viewer";
import { followOnTheWay } from "./follow-post.server";
import { holdLivePost } from "./hold-post.server";
import { canBeVoted } from "./lifecycle";

interface Vote {
  viewer: User;
  number: number;
  at?: Date;
}

/** How the vote stands afterwards; the same call again changes nothing. */
export interface Tally {
  voted: boolean;
  voteCount: number;
}

/** Votes for a post and follows it. */
export async function castVote(db: Db, { viewer, number, at = new Date() }: Vote): Promise<Tally> {
  return db.transaction(async (tx) => {
    const post = await holdPostForVoting(tx, viewer, number);
    const added = await tx
      .insert(votes)
      .values({ postId: post.id, userId: viewer.id, createdAt: at })
      .onConflictDoNothing()
      .returning({ postId: votes.postId });
    if (added.length === 0) return { voted: true, voteCount: post.voteCount };
    await followOnTheWay(tx, { postId: post.id, userId: viewer.id, at });
    await recordEvent(tx, { type: "post.voted", actorId: viewer.id, postId: post.id, data: {}, at });
    return { voted: true, voteCount: await countVotes(tx, post.id, 1) };
  });
}

/** Takes the vote back; following goes on. */
export async function withdrawVote(db: Db, { viewer, number, at = new Date() }: Vote): Promise<Tally> {
  return db.transaction(async (tx) => {
    const post = await holdPostForVoting(tx, viewer, number);
    const removed = await tx
      .delete(votes)
      .where(and(eq(votes.postId, post.id), eq(votes.userId, viewer.id)))
      .returning({ postId: votes.postId });
    if (removed.length === 0) return { voted: false, voteCount: post.voteCount };
    await recordEvent(tx, { type: "post.unvoted", actorId: viewer.id, postId: post.id, data: {}, at });
    return { voted: false, voteCount: await countVotes(tx, post.id, -1) };
  });
}

async function holdPostForVoting(tx: Db, viewer: User, number: number) {
  const post = await holdLivePost(tx, viewer, number);
  if (!canBeVoted(post)) throw new DomainError("votingClosed");
  return post;
}

async function countVotes(tx: Db, postId: string, change: number): Promise<number> {
  const [post] = await tx
    .update(posts)
    .set({ voteCount: sql`${posts.voteCount} + ${change}` })
    .where(eq(posts.id, postId))
    .returning({ voteCount: posts.voteCount });
  return post?.voteCount ?? 0;
}
