import { and, desc, eq, isNull } from "drizzle-orm";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { comments, moves, users } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";

/** A comment on a post or a move of it, for feeds. */
export interface Happening {
  id: string;
  at: Date;
  changedAt: Date;
  html: string;
  actorName: string | null;
  /** There where the post moved. */
  from?: PostStatus;
  to?: PostStatus;
}

/** The latest comments and moves on a post that the viewer may see, and comments on the duplicates among `homes`. */
export async function listLatest(
  db: Db,
  { postId, homes, limit }: { postId: string; homes: string[]; limit: number },
): Promise<Happening[]> {
  const [said, done] = await Promise.all([
    db
      .select({
        id: comments.id,
        at: comments.createdAt,
        editedAt: comments.editedAt,
        html: comments.bodyHtml,
        actorName: users.name,
      })
      .from(comments)
      .innerJoin(users, eq(users.id, comments.authorId))
      .where(and(isAnyOf(comments.postId, homes), isNull(comments.deletedAt)))
      .orderBy(desc(comments.createdAt), desc(comments.id))
      .limit(limit),
    db
      .select({
        id: moves.id,
        at: moves.createdAt,
        html: moves.answerHtml,
        actorName: users.name,
        from: moves.from,
        to: moves.to,
      })
      .from(moves)
      .innerJoin(users, eq(users.id, moves.actorId))
      .where(eq(moves.postId, postId))
      .orderBy(desc(moves.id))
      .limit(limit),
  ]);
  return [
    ...said.map(({ editedAt, ...comment }) => ({ ...comment, changedAt: editedAt ?? comment.at })),
    ...done.map((move) => ({ ...move, changedAt: move.at })),
  ]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit);
}
