import type { MailedNews, NewsPost } from "~/models/notifications/news";
import { postPath } from "~/models/posts/post-path";
import type { Item } from "../../emails/digest-news";
import type { Post } from "../../emails/props";

export interface Group {
  post: Post;
  items: Item[];
}

/** News by post, those that moved first, and what happened to each in its order, moves first. */
export function groupNews(all: { post: NewsPost; item: Item }[], origin: string): Group[] {
  const groups = new Map<string, Group>();
  for (const { post, item } of all) {
    const group = groups.get(post.id) ?? { post: linkedPost(post, origin), items: [] };
    group.items.push(item);
    groups.set(post.id, group);
  }
  const movesFirst = (a: boolean, b: boolean) => Number(b) - Number(a);
  const isMove = ({ type }: Item) => type === "move";
  for (const { items } of groups.values()) items.sort((a, b) => movesFirst(isMove(a), isMove(b)));
  return [...groups.values()].sort((a, b) => movesFirst(a.items.some(isMove), b.items.some(isMove)));
}

/** News as mails show them. */
export function mailItem(news: MailedNews, { origin, solvedLink }: { origin: string; solvedLink?: string }): Item {
  const { notificationId, reason, since, at, actorName } = news;
  const told = { id: notificationId, reason, since, at, by: actorName };
  switch (news.type) {
    case "move": {
      const { from, to, answerHtml, release, byAuthor } = news;
      return { type: "move", ...told, from, to, answerHtml, release, byAuthor, solvedLink };
    }
    case "comment": {
      const link = `${origin}${postPath(news.post)}#comment-${news.commentId}`;
      return { type: "comment", ...told, bodyHtml: news.bodyHtml, link };
    }
    case "merge": {
      const { status, voteCount } = news.original;
      return { type: "merge", ...told, original: { ...linkedPost(news.original, origin), status, voteCount } };
    }
    case "post":
      return { type: "post", ...told, board: news.boardName, excerpt: news.excerpt };
  }
}

const linkedPost = (post: NewsPost, origin: string): Post => ({
  title: post.title,
  kind: post.kind,
  link: `${origin}${postPath(post)}`,
});
