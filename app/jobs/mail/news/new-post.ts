import type { PostNews } from "~/models/feedback/posts/news";
import { newPostInDigest, newPostMail } from "../../../../emails/new-post";
import type { Shown } from "./show";

export function showNewPost(news: PostNews): Shown {
  const { notificationId: id, post, reason, since, at, actorName: by, boardName: board, excerpt } = news;
  const newPost = { id, reason, since, at, by, board, excerpt };
  return {
    post,
    continues: post.id,
    counts: "posts",
    alone: (around, post) => newPostMail({ ...around, post, news: newPost }),
    inDigest: (around, post) => newPostInDigest({ ...around, post, news: newPost }),
  };
}
