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

export type News = MoveNews | CommentNews | MergeNews | PostNews;
