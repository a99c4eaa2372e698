import type { CommentNews } from "~/models/feedback/comments/news";
import { postPath } from "~/models/feedback/posts/post-path";
import { commentInDigest, commentsMail } from "../../../../emails/comments";
import type { Shown, Writing } from "./show";

export function showComment(news: CommentNews, { tools: { origin } }: Writing): Shown {
  const { notificationId: id, post, reason, since, at, actorName: by, bodyHtml, commentId } = news;
  const comment = { id, reason, since, at, by, bodyHtml, link: `${origin}${postPath(post)}#comment-${commentId}` };
  return {
    post,
    continues: post.id,
    counts: "comments",
    alone: (around, post) => commentsMail({ ...around, threads: [{ post, comments: [comment] }] }),
    inDigest: (around) => commentInDigest({ ...around, comment }),
    comment,
  };
}
