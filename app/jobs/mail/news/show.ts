import type { ReactElement } from "react";
import type { NewsPost } from "~/models/feedback/posts/news";
import { postPath } from "~/models/feedback/posts/post-path";
import type { Around, Comment, Post } from "../../../../emails/props";
import type { Mail } from "../../../../emails/words";
import type { Tools } from "../../tools.server";
import type { linkMaker } from "../links.server";

/** A notification as mails show it: alone, or in a digest. */
export interface Shown {
  /** What it stands under, together with what else happened there. */
  post: NewsPost;
  /** The id of the post that its reader hears of from now on. */
  continues: string;
  /** As what a digest counts it. */
  counts: "moves" | "posts" | "merges" | "comments";
  /** A mail of its own. */
  alone(around: Around, post: Post): Promise<Mail>;
  /** Among others, short. */
  inDigest(around: Around, post: Post): ReactElement;
  /** Where it is one: comments that come together have a mail of their own. */
  comment?: Comment;
}

/** For whom it is written, and how links that act in their name are made. */
export interface Writing {
  tools: Tools;
  userId: string;
  linkTo: ReturnType<typeof linkMaker>["linkTo"];
}

export const linkedPost = (post: NewsPost, origin: string): Post => ({
  title: post.title,
  kind: post.kind,
  link: `${origin}${postPath(post)}`,
});
