import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { entryPosts, posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import type { User, Viewer } from "../../core/users/viewer";
import { standingFor } from "../posts/duplicates.server";
import { listedPosts, visiblePosts } from "../posts/visible-posts.server";

interface LinkPosts {
  viewer: User;
  entryId: string;
  numbers: number[];
}

/**
 * Links these posts to an entry and no others, in this order. Resolves to whether that is a change. Throws
 * `postNotFound`.
 */
export async function linkPosts(tx: Db, { viewer, entryId, numbers }: LinkPosts): Promise<boolean> {
  const ids = await findIds(tx, viewer, numbers);
  const before = await tx
    .select({ id: entryPosts.postId })
    .from(entryPosts)
    .where(eq(entryPosts.entryId, entryId))
    .orderBy(asc(entryPosts.position));
  if (String(before.map(({ id }) => id)) === String(ids)) return false;
  await tx.delete(entryPosts).where(and(eq(entryPosts.entryId, entryId), notInArray(entryPosts.postId, ids)));
  if (ids.length === 0) return true;
  await tx
    .insert(entryPosts)
    .values(ids.map((postId, position) => ({ entryId, postId, position })))
    .onConflictDoUpdate({
      target: [entryPosts.entryId, entryPosts.postId],
      set: { position: sql`excluded.position` },
    });
  return true;
}

/** A duplicate counts as its original. */
async function findIds(tx: Db, viewer: User, numbers: number[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  const found = await tx
    .select({ number: posts.number, id: sql<string>`coalesce(${posts.mergedInto}, ${posts.id})` })
    .from(posts)
    .where(and(inArray(posts.number, numbers), visiblePosts(tx, viewer), sql`${posts.deletedAt} is null`));
  const ids = numbers.map((number) => {
    const post = found.find((one) => one.number === number);
    if (!post) throw new DomainError("postNotFound", { field: "postNumbers", params: { number } });
    return post.id;
  });
  return [...new Set(ids)];
}

export type LinkedPost = Awaited<ReturnType<typeof listLinkedPosts>>[number];

/** The posts of some entries, as far as the viewer may see them. What was merged since appears as its original. */
export async function listLinkedPosts(db: Db, viewer: Viewer, entryIds: string[]) {
  if (entryIds.length === 0) return [];
  return db
    .select({
      entryId: entryPosts.entryId,
      /** What the entry names, which may be a duplicate by now. */
      linkedId: entryPosts.postId,
      id: posts.id,
      number: posts.number,
      title: posts.title,
      kind: posts.kind,
      status: posts.status,
      voteCount: posts.voteCount,
    })
    .from(entryPosts)
    .innerJoin(posts, eq(posts.id, standingFor(entryPosts.postId)))
    .where(and(inArray(entryPosts.entryId, entryIds), listedPosts(db, viewer)))
    .orderBy(asc(entryPosts.position));
}
