import type { NotificationReason } from "#db/schema/deliveries";
import type { PostKind, PostStatus } from "#db/schema/posts";

// What happened, told to one person: what mails and the notifications page are made of.

export interface NewsPost {
  id: string;
  number: number;
  kind: PostKind;
  status: PostStatus;
  title: string;
}

interface Told {
  notificationId: string;
  eventId: number;
  post: NewsPost;
  reason: NotificationReason;
  /** When the person posted, voted, commented or followed. */
  since: Date | null;
  at: Date;
  /** Who did it; null for somebody without a name. */
  actorName: string | null;
}

export interface MoveNews extends Told {
  type: "move";
  from: PostStatus;
  to: PostStatus;
  /** Sanitised; empty without an official answer. */
  answerHtml: string;
  /** Empty where none was named. */
  release: string;
  byAuthor: boolean;
}

export interface CommentNews extends Told {
  type: "comment";
  commentId: string;
  /** Sanitised. */
  bodyHtml: string;
}

/** The post became a duplicate of `original`. */
export interface MergeNews extends Told {
  type: "merge";
  original: NewsPost & { voteCount: number };
}

/** A new post on a board that the person watches. */
export interface PostNews extends Told {
  type: "post";
  boardName: string;
  excerpt: string;
}

/** The person is to look after the post. */
export interface AssignmentNews extends Told {
  type: "assignment";
}

/** The team's note on the post mentions the person. */
export interface NoteNews extends Told {
  type: "note";
}

/** What mails tell, too. */
export type MailedNews = MoveNews | CommentNews | MergeNews | PostNews;

/** The rest is between colleagues, and stays in the app. */
export type News = MailedNews | AssignmentNews | NoteNews;

export const isMailed = (news: News): news is MailedNews => news.type !== "assignment" && news.type !== "note";
