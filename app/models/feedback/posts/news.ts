import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import type { Told } from "../../telling/notifications/told";

export interface NewsPost {
  id: string;
  number: number;
  kind: PostKind;
  status: PostStatus;
  title: string;
}

/** What all news about posts have in common, also those of comments and notes on them. */
export interface ToldOfPost extends Told {
  post: NewsPost;
}

export interface MoveNews extends ToldOfPost {
  type: "move";
  from: PostStatus;
  to: PostStatus;
  /** Sanitised; empty without an official answer. */
  answerHtml: string;
  /** Empty where none was named. */
  release: string;
  byAuthor: boolean;
}

/** The post became a duplicate of `original`. */
export interface MergeNews extends ToldOfPost {
  type: "merge";
  original: NewsPost & { voteCount: number };
}

/** A new post on a board that the person watches. */
export interface PostNews extends ToldOfPost {
  type: "post";
  boardName: string;
  excerpt: string;
}

/** The person is to look after the post. */
interface AssignmentNews extends ToldOfPost {
  type: "assignment";
}

/** What happens to posts. */
export type PostsNews = MoveNews | MergeNews | PostNews | AssignmentNews;
