import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { bugDetails, posts, users } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { listedPosts } from "./visible-posts.server";

interface Newest {
  boardId?: number;
  tagId?: number;
  limit: number;
}

/** The newest posts with their texts, whatever their status. */
export async function listNewest(db: Db, viewer: Viewer, { boardId, tagId, limit }: Newest) {
  return db
    .select({
      id: posts.id,
      number: posts.number,
      kind: posts.kind,
      status: posts.status,
      title: posts.title,
      excerpt: posts.excerpt,
      html,
      tagIds: posts.tagIds,
      createdAt: posts.createdAt,
      changedAt,
      authorName: users.name,
    })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .leftJoin(bugDetails, eq(bugDetails.postId, posts.id))
    .where(
      and(
        listedPosts(db, viewer),
        boardId ? eq(posts.boardId, boardId) : undefined,
        tagId ? sql`${posts.tagIds} @> array[${tagId}]::int[]` : undefined,
      ),
    )
    .orderBy(desc(posts.createdAt), desc(posts.number))
    .limit(limit);
}

/** The first text that there is, as in the excerpt. */
const html: SQL<string> = sql`coalesce(nullif(${posts.bodyHtml}, ''), nullif(${bugDetails.actualHtml}, ''), ${bugDetails.stepsHtml}, '')`;

/** When the post was last edited or moved. */
const changedAt = sql<Date>`greatest(${posts.createdAt}, ${posts.editedAt}, ${posts.movedAt})`.mapWith(posts.createdAt);
