import type { News } from "~/models/tellers.server";
import { showComment } from "./comment";
import { showMerge } from "./merge";
import { showMove } from "./move.server";
import { showNewPost } from "./new-post";
import type { Shown, Writing } from "./show";

/** How mails show each kind of news; null for what is told in the app only. One that is missing does not compile. */
const shows: {
  [Type in News["type"]]: ((news: Extract<News, { type: Type }>, writing: Writing) => Shown | Promise<Shown>) | null;
} = {
  move: showMove,
  merge: showMerge,
  post: showNewPost,
  comment: showComment,
  assignment: null,
  note: null,
  ticket: null,
  article: null,
};

export const show = async (news: News, writing: Writing): Promise<Shown | undefined> =>
  shows[news.type]?.(news as never, writing);
