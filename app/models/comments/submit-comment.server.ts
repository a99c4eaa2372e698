import { and, eq, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments, posts } from "#db/schema";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import { followOnTheWay } from "../posts/follow-post.server";
import { holdLivePost } from "../posts/hold-post.server";
import { htmlVersion, renderMarkdown } from "../text/markdown.server";
import { mayModerate } from "../users/policy";
import type { User } from "../users/viewer";
import { countComments } from "./shown-comments.server";

interface SubmitComment {
  viewer: User;
  number: number;
  /** Made by the client: the same comment sent again is there once. */
  id: string;
  body: string;
  /** The comment to reply to. */
  parentId?: string | null;
  at?: Date;
}

/** Comments on a post and follows it. */
export async function submitComment(
  db: Db,
  { viewer, number, id, body, parentId = null, at = new Date() }: SubmitComment,
): Promise<void> {
  const { html } = await renderMarkdown(body);
  await db.transaction(async (tx) => {
    const post = await holdLivePost(tx, viewer, number);
    if (post.lockedAt && !mayModerate(viewer)) throw new DomainError("postLocked");
    const home = parentId ? await findHome(tx, post.id, parentId) : post.id;
    const added = await tx
      .insert(comments)
      .values({
        id,
        postId: home,
        authorId: viewer.id,
        parentId,
        bodyMarkdown: body,
        bodyHtml: html,
        htmlVersion,
        createdAt: at,
      })
      .onConflictDoNothing()
      .returning({ id: comments.id });
    if (added.length === 0) return requireOwn(tx, viewer, id);
    await countComments(tx, home, 1);
    await followOnTheWay(tx, { postId: post.id, userId: viewer.id, at });
    await recordEvent(tx, {
      type: "comment.submitted",
      actorId: viewer.id,
      postId: post.id,
      commentId: id,
      data: { parentId },
      at,
    });
  });
}

/** Replies go one level deep, and belong to the post of their parent: the one that shows them, or a duplicate. */
async function findHome(tx: Db, shownOn: string, parentId: string): Promise<string> {
  const [parent] = await tx
    .select({ postId: posts.id, parentId: comments.parentId, deletedAt: comments.deletedAt })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.id, parentId), or(eq(posts.id, shownOn), eq(posts.mergedInto, shownOn))));
  if (!parent || parent.deletedAt) throw new DomainError("notFound");
  if (parent.parentId) throw new DomainError("replyToReply");
  return parent.postId;
}

async function requireOwn(tx: Db, viewer: User, id: string): Promise<void> {
  const [comment] = await tx.select({ authorId: comments.authorId }).from(comments).where(eq(comments.id, id));
  if (comment?.authorId !== viewer.id) throw new DomainError("idTaken");
}
