import { eq, or } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { merges, posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayModerate } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { carryOver, recount } from "./carry-over.server";
import { findStandingPost, takeTurnsAtMerging } from "./duplicates.server";
import { findOriginal } from "./find-original.server";
import { holdPost } from "./hold-post.server";

interface MergePosts {
  viewer: User;
  /** Of the duplicate. */
  number: number;
  /** The number of the original, or of another of its duplicates. */
  into: number;
  at?: Date;
}

/**
 * Makes a post a duplicate of its original: its voters and followers count there from now on, and its comments show
 * there. The duplicate itself is left as it was, for the day it is unmerged. Resolves to the original. Throws
 * `forbidden`, `postMerged` or `notFound`.
 */
export async function mergePosts(
  db: Db,
  { viewer, number, into, at = new Date() }: MergePosts,
): Promise<{ number: number }> {
  if (!mayModerate(viewer)) throw new DomainError("forbidden");
  return db.transaction(async (tx) => {
    await takeTurnsAtMerging(tx);
    const { duplicate, original } = await holdPair(tx, { viewer, number, into });
    if (duplicate.mergedInto === original.id) return original;
    if (duplicate.mergedInto) throw new DomainError("postMerged");
    if (duplicate.deletedAt) throw new DomainError("notFound");
    const merge = { id: uuid(), duplicateId: duplicate.id, originalId: original.id };
    await tx.insert(merges).values({ ...merge, actorId: viewer.id, createdAt: at });
    await tx
      .update(posts)
      .set({ mergedInto: original.id })
      .where(or(eq(posts.id, duplicate.id), eq(posts.mergedInto, duplicate.id)));
    await recordEvent(tx, {
      type: "post.merged",
      actorId: viewer.id,
      postId: duplicate.id,
      data: { originalId: original.id, mergeId: merge.id },
      at,
    });
    await carryOver(tx, original.id);
    await recount(tx, original.id);
    return original;
  });
}

async function holdPair(tx: Db, { viewer, number, into }: MergePosts) {
  const standing = await findStandingPost(tx, viewer, into);
  if (standing) await holdPost(tx, viewer, standing.number);
  const duplicate = await holdPost(tx, viewer, number);
  const { original, problem } = await findOriginal(tx, viewer, { duplicate, into });
  if (problem) throw new DomainError(problem, { field: "into" });
  return { duplicate, original };
}
