import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayEdit } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { holdOwnComment } from "../comments/hold-comment.server";
import { holdOwnNote } from "../notes/hold-note.server";
import { holdLivePost } from "../posts/hold-post.server";
import { visiblePosts } from "../posts/visible-posts.server";
import type { Place } from "./attachment";

export interface HeldPlace {
  place: Place;
  /** Of the post that shows it. */
  postId: string;
  number: number;
}

/**
 * What files belong to, kept still until the transaction ends, for somebody who may change it. Throws `notFound`,
 * `forbidden` or `postMerged`.
 */
export async function holdPlace(tx: Db, viewer: User, place: Place): Promise<HeldPlace> {
  const post = await holdItsPost(tx, viewer, place);
  return { place, postId: post.id, number: post.number };
}

async function holdItsPost(tx: Db, viewer: User, { kind, id }: Place): Promise<{ id: string; number: number }> {
  if (kind === "comment") return (await holdOwnComment(tx, viewer, id)).post;
  if (kind === "note") return (await holdOwnNote(tx, viewer, id)).post;
  const [found] = await tx
    .select({ number: posts.number })
    .from(posts)
    .where(and(eq(posts.id, id), visiblePosts(tx, viewer)));
  if (!found) throw new DomainError("notFound");
  const post = await holdLivePost(tx, viewer, found.number);
  if (!mayEdit(viewer, post)) throw new DomainError("forbidden");
  return post;
}
