import { and, eq, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments, posts } from "#db/schema";
import type { TextFlag } from "#db/schema/feedback/posts";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { settleId } from "../../core/settle-id.server";
import { mayComment, mayModerate } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { attachDrafts } from "../attachments/attach-drafts.server";
import { followOnTheWay } from "../posts/follow-post.server";
import { holdLivePost } from "../posts/hold-post.server";
import { mentionPeople } from "./mention-people.server";
import { changeCommentCount } from "./shown-comments.server";

interface SubmitComment {
  viewer: User;
  number: number;
  /** Made by the client: the same comment sent again is there once, another is another. */
  id: string;
  body: string;
  /** Handles of people to mention, whether or not the text does. */
  mentions?: string[];
  /** The comment to reply to. */
  parentId?: string | null;
  flags?: TextFlag[];
  /** What makes it the same comment where its words do not: the id that a mail program gave it. */
  sameAs?: string;
  at?: Date;
}

/**
 * Comments on a post and follows it. Resolves to the id of the comment. Throws `commentingLimited`, `postLocked`, `busy`, `notFound`,
 * `postMerged`, `replyToReply` or `idTaken`.
 */
export async function submitComment(
  db: Db,
  {
    viewer,
    number,
    id: clientId,
    body: said,
    mentions = [],
    parentId = null,
    flags = [],
    sameAs,
    at = new Date(),
  }: SubmitComment,
): Promise<{ id: string }> {
  if (!mayComment(viewer)) throw new DomainError("commentingLimited");
  const { body, html, version } = await mentionPeople({ viewer, body: said, mentions });
  return db.transaction(async (tx) => {
    const post = await holdLivePost(tx, viewer, number);
    if (post.lockedAt && !mayModerate(viewer)) throw new DomainError("postLocked");
    const home = parentId ? await findHome(tx, post.id, parentId) : post.id;
    const sent = { viewer, id: clientId, content: sameAs ?? { number, body, parentId } };
    const { id, isThere, fingerprint } = await settleId(tx, { table: comments, owner: comments.authorId }, sent);
    if (isThere) return { id };
    await tx.insert(comments).values({
      id,
      postId: home,
      authorId: viewer.id,
      parentId,
      bodyMarkdown: body,
      bodyHtml: html,
      htmlVersion: version,
      flags,
      createdAt: at,
      fingerprint,
    });
    await attachDrafts(tx, viewer, clientId, { commentId: id });
    await changeCommentCount(tx, home, 1);
    await followOnTheWay(tx, { postId: post.id, userId: viewer.id, at });
    await recordEvent(tx, {
      type: "comment.submitted",
      actorId: viewer.id,
      postId: post.id,
      commentId: id,
      data: { parentId },
      at,
    });
    return { id };
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
