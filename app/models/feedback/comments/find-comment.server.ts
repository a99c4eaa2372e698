import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments, posts, users } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { homes, isShownOn } from "./shown-comments.server";

export type Comment = NonNullable<Awaited<ReturnType<typeof findComment>>>;

/** A comment with the number of the post that shows it, if the viewer may read it. */
export async function findComment(db: Db, viewer: Viewer, id: string) {
  const [comment] = await db
    .select({
      id: comments.id,
      number: posts.number,
      body: comments.bodyMarkdown,
      bodyHtml: comments.bodyHtml,
      createdAt: comments.createdAt,
      authorId: comments.authorId,
      authorName: users.name,
      authorRole: users.role,
      lockedAt: posts.lockedAt,
    })
    .from(comments)
    .innerJoin(homes, eq(homes.id, comments.postId))
    .innerJoin(posts, isShownOn(db, viewer))
    .innerJoin(users, eq(users.id, comments.authorId))
    .where(and(eq(comments.id, id), isNull(comments.deletedAt)));
  return comment;
}
