import { and, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments, posts, revisions, users } from "#db/schema";
import { visiblePosts } from "../posts/visible-posts.server";
import type { Viewer } from "../users/viewer";

const mostShown = 200;

export interface Change {
  at: Date;
  editorName: string | null;
  /** Null where the post itself was changed. */
  commentId: string | null;
  /** Field name to its text before and after. */
  fields: Record<string, { before: string; after: string }>;
}

/**
 * The changes of a post's text and of its comments, those on its duplicates among them; the latest first.
 * @param current the post's texts as they are now, by field
 */
export async function listChanges(
  db: Db,
  viewer: Viewer,
  { postId, current }: { postId: string; current: Record<string, string> },
): Promise<Change[]> {
  const duplicates = db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.mergedInto, postId), visiblePosts(db, viewer)));
  // An array, so that the index of `revisions` is asked for each of them.
  const shown = and(
    sql`${revisions.postId} = any(array(select ${postId}::uuid union all ${duplicates}))`,
    or(eq(revisions.postId, postId), isNotNull(revisions.commentId)),
  );
  const rows = await db
    .select({
      commentId: revisions.commentId,
      before: revisions.before,
      at: revisions.createdAt,
      editorName: users.name,
      comment: comments.bodyMarkdown,
    })
    .from(revisions)
    .innerJoin(users, eq(users.id, revisions.editorId))
    .leftJoin(comments, eq(comments.id, revisions.commentId))
    .where(and(shown, isNull(comments.deletedAt)))
    .orderBy(desc(revisions.id))
    .limit(mostShown);
  const now = new Map<string, Record<string, string>>([["", { ...current }]]);
  return rows.map(({ commentId, before, at, editorName, comment }) => {
    const key = commentId ?? "";
    const after = now.get(key) ?? { body: comment ?? "" };
    now.set(key, { ...after, ...before });
    const fields = Object.fromEntries(
      Object.entries(before).map(([name, text]) => [name, { before: text, after: after[name] ?? "" }]),
    );
    return { at, editorName, commentId, fields };
  });
}
