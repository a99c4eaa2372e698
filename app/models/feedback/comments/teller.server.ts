import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments, events, notifications, posts } from "#db/schema";
import { isCalledSeldom } from "../../telling/notifications/calls.server";
import { gapsOf } from "../../telling/notifications/gaps";
import type { Teller, ToldEvent } from "../../telling/notifications/teller";
import { postPath } from "../posts/post-path";
import { followersOf, mentionedIn, recipientsOfPost } from "../posts/recipients.server";
import { actors, isPostThere, toldColumns } from "../posts/told-of-post.server";
import type { CommentNews } from "./news";

type CommentEvent = ToldEvent<"comment.submitted">;

export const commentsTeller: Teller<CommentNews> = {
  tells: { "comment.submitted": "comments" },

  async recipients(db, event, page) {
    const causes = await causesOf(db, event as CommentEvent);
    return recipientsOfPost(db, event, { ...page, causes });
  },

  place: isPostThere,
  isWhole: () => sql`exists (select from ${comments}
    where ${comments.id} = ${events.commentId} and ${comments.deletedAt} is null)`,

  async news(db, ids) {
    const found = await db
      .select({ ...toldColumns, commentId: comments.id, bodyHtml: comments.bodyHtml })
      .from(notifications)
      .innerJoin(events, eq(events.id, notifications.eventId))
      .innerJoin(posts, eq(posts.id, notifications.postId))
      .innerJoin(comments, eq(comments.id, events.commentId))
      .leftJoin(actors, eq(actors.id, events.actorId))
      .where(and(inArray(notifications.id, ids), isNull(comments.deletedAt)));
    return found.map((row): CommentNews => ({ ...row, type: "comment" }));
  },

  describe(words, news) {
    const { reason, post, commentId } = news;
    const relation = reason === "replied" || reason === "mentioned" || reason === "author" ? reason : "other";
    return {
      sentence: words.t(`notifications.says.commented.${relation}`, gapsOf(words, news, { title: post.title })),
      path: `${postPath(post)}#comment-${commentId}`,
    };
  },
};

/** Followers of everything, who is mentioned, and who is answered. */
async function causesOf(db: Db, event: CommentEvent): Promise<SQL[]> {
  const { parentId } = event.data;
  const answered = sql`select users.id as user_id, 'replied' as because from comments join users on users.id = author_id
    where comments.id = ${parentId} and ${isCalledSeldom(event)}`;
  return [
    ...mentionedIn(await findHtml(db, event.commentId), event),
    ...(parentId ? [answered] : []),
    followersOf(event.postId, sql`level = 'everything'`),
  ];
}

async function findHtml(db: Db, commentId: string | null): Promise<string> {
  const [comment] = await db
    .select({ html: comments.bodyHtml })
    .from(comments)
    .where(and(eq(comments.id, commentId ?? ""), isNull(comments.deletedAt)));
  return comment?.html ?? "";
}
