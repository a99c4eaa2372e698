import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { merges, posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayModerate } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { carryOver, recount } from "./carry-over.server";
import { findStandingPost, listOriginalsOf, takeTurnsAtMerging, withDuplicates } from "./duplicates.server";
import { holdPost } from "./hold-post.server";

interface UnmergePost {
  viewer: User;
  number: number;
  at?: Date;
}

/**
 * Sets a duplicate free again, with everything that had come along with it. What people did on the original
 * themselves stays there. Throws `forbidden` or `notFound`.
 */
export async function unmergePost(db: Db, { viewer, number, at = new Date() }: UnmergePost): Promise<void> {
  if (!mayModerate(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await takeTurnsAtMerging(tx);
    const standing = await findStandingPost(tx, viewer, number);
    if (!standing) throw new DomainError("notFound");
    await holdPost(tx, viewer, standing.number);
    const duplicate = await holdPost(tx, viewer, number);
    const [merge] = await tx
      .update(merges)
      .set({ undoneAt: at })
      .where(and(eq(merges.duplicateId, duplicate.id), isNull(merges.undoneAt)))
      .returning({ id: merges.id, originalId: merges.originalId });
    if (!merge) return;
    await setFree(tx, duplicate.id);
    await recordEvent(tx, {
      type: "post.unmerged",
      actorId: viewer.id,
      postId: duplicate.id,
      data: { originalId: merge.originalId, mergeId: merge.id },
      at,
    });
    for (const originalId of await listOriginalsOf(tx, merge.originalId)) {
      await carryOver(tx, originalId);
      await recount(tx, originalId);
    }
  });
}

async function setFree(tx: Db, postId: string): Promise<void> {
  await tx.update(posts).set({ mergedInto: null }).where(eq(posts.id, postId));
  const duplicates = sql`${posts.id} in (${withDuplicates(postId)})`;
  await tx
    .update(posts)
    .set({ mergedInto: postId })
    .where(and(duplicates, ne(posts.id, postId)));
}
