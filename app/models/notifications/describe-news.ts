import { postPath } from "../posts/post-path";
import type { News } from "./news";

/** Where a notification leads: to what happened. */
export function newsPath(news: News): string {
  if (news.type === "comment") return `${postPath(news.post)}#comment-${news.commentId}`;
  if (news.type === "note") return `${postPath(news.post)}#notes`;
  return postPath(news.type === "merge" ? news.original : news.post);
}

/** News as a sentence: its key in the `notifications.says` catalogue and what to fill in besides the actor's name. */
export function describeNews(news: News) {
  const { title } = news.post;
  switch (news.type) {
    case "move":
      if (news.byAuthor) return { key: "closed", params: { title } } as const;
      if (news.from === news.to) return { key: `answered.${relationTo(news)}`, params: { title } } as const;
      return { key: `moved.${relationTo(news)}`, params: { title, status: news.to } } as const;
    case "comment":
      return { key: `commented.${wordFor(news)}`, params: { title } } as const;
    case "merge":
      return { key: `merged.${relationTo(news)}`, params: { title, original: news.original.title } } as const;
    case "post":
      if (news.reason === "mentioned") return { key: "mentionedInPost", params: { title } } as const;
      return { key: "posted", params: { title, board: news.boardName } } as const;
    case "assignment":
      return { key: "assigned", params: { title } } as const;
    case "note":
      return { key: "mentionedInNote", params: { title } } as const;
  }
}

/** What the post is to the reader. */
function relationTo({ reason }: News): "author" | "voter" | "other" {
  return reason === "author" || reason === "voter" ? reason : "other";
}

function wordFor({ reason }: News): "replied" | "mentioned" | "author" | "other" {
  return reason === "replied" || reason === "mentioned" || reason === "author" ? reason : "other";
}
