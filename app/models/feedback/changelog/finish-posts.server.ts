import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { entryPosts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import type { User } from "../../core/users/viewer";
import { canMove, categoryOf, finishedStatus } from "../posts/lifecycle";
import { movePost } from "../posts/move-post.server";
import { type LinkedPost, listLinkedPosts } from "./link-posts.server";

interface FinishPosts {
  viewer: User;
  entryId: string;
  /** The official answer of each move. */
  answer: string;
  at: Date;
}

/** Moves the posts of an entry to where their kind ends well, unless they are there; all of them or none. */
export async function finishPosts(tx: Db, { viewer, entryId, answer, at }: FinishPosts): Promise<void> {
  const linked = (await listLinkedPosts(tx, viewer, [entryId])).filter(({ status }) => categoryOf(status) !== "done");
  // Whoever publishes another entry with the same posts holds them in the same order.
  for (const post of eachOnce(linked).toSorted((a, b) => a.number - b.number)) {
    const to = finishedStatus[post.kind];
    const { number, title, status } = post;
    if (!canMove(post, to)) throw new DomainError("postNotFinishable", { params: { title, status, to } });
    await movePost(tx, { viewer, number, from: status, move: { to, answer, release: "" }, at });
  }
  const ids = linked.map(({ linkedId }) => linkedId);
  await tx
    .update(entryPosts)
    .set({ isMoved: true })
    .where(and(eq(entryPosts.entryId, entryId), inArray(entryPosts.postId, ids)));
}

const eachOnce = (posts: LinkedPost[]): LinkedPost[] => [...new Map(posts.map((post) => [post.id, post])).values()];
