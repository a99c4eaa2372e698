import type { ToldOfPost } from "../posts/news";

export interface CommentNews extends ToldOfPost {
  type: "comment";
  commentId: string;
  /** Sanitised. */
  bodyHtml: string;
}
