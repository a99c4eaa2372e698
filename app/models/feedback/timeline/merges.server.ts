import { and, asc, eq, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { merges, posts, users } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { visiblePosts } from "../posts/visible-posts.server";

const actors = alias(users, "actors");

/** A post was merged, or unmerged again. */
export interface MergeItem {
  /** `into` and `outOf`: the post of the timeline was the duplicate; `from` and `back`: it was the original. */
  way: "into" | "outOf" | "from" | "back";
  at: Date;
  actorName: string | null;
  other: {
    id: string;
    number: number;
    title: string /** It is a duplicate of the timeline's post now. */;
    isHere: boolean;
  };
}

/** Every merge that a post was part of, as far as the viewer may see the other post. */
export async function findMerges(db: Db, viewer: Viewer, postId: string): Promise<MergeItem[]> {
  const found = await db
    .select({
      isDuplicate: sql<boolean>`${merges.duplicateId} = ${postId}`,
      mergedAt: merges.createdAt,
      mergedBy: actors.name,
      unmergedAt: merges.undoneAt,
      unmergedBy: sql<string | null>`case when ${merges.undoneAt} is not null then (select users.name
        from events join users on users.id = events.actor_id
        where events.post_id = ${merges.duplicateId} and events.type = 'post.unmerged'
          and events.data ->> 'mergeId' = ${merges.id}::text) end`,
      other: {
        id: posts.id,
        number: posts.number,
        title: posts.title,
        isHere: sql<boolean>`${posts.mergedInto} is not distinct from ${postId}::uuid`,
      },
    })
    .from(merges)
    .innerJoin(actors, eq(actors.id, merges.actorId))
    .innerJoin(
      posts,
      or(
        and(eq(merges.duplicateId, postId), eq(posts.id, merges.originalId)),
        and(eq(merges.originalId, postId), eq(posts.id, merges.duplicateId)),
      ),
    )
    .where(and(or(eq(merges.duplicateId, postId), eq(merges.originalId, postId)), visiblePosts(db, viewer)))
    .orderBy(asc(merges.id));
  return found.flatMap(({ isDuplicate, other, ...row }) => {
    const merged: MergeItem = {
      way: isDuplicate ? "into" : "from",
      at: row.mergedAt,
      actorName: row.mergedBy,
      other,
    };
    if (!row.unmergedAt) return [merged];
    const unmerged: MergeItem = {
      way: isDuplicate ? "outOf" : "back",
      at: row.unmergedAt,
      actorName: row.unmergedBy,
      other,
    };
    return [merged, unmerged];
  });
}
