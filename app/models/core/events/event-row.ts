import type { PostStatus } from "#db/schema/feedback/posts";
import type { Words } from "~/i18n";
import type { Touch } from "./touches";

/** What it takes to say what an event is about, beside its data. A comment is a part of its post. */
export interface AboutKeys {
  post: { postId: string; commentId?: undefined };
  comment: { postId: string; commentId: string };
  "post or comment": { postId: string; commentId?: string };
  /** Named by `entryId` in its data. */
  entry: { postId?: undefined; commentId?: undefined };
  /** Named by `roadmapId` in its data. */
  roadmap: { postId?: undefined; commentId?: undefined };
  /** Named by `articleId` in its data. */
  article: { postId?: undefined; commentId?: undefined };
  ticket: { ticketId: string; postId?: undefined; commentId?: undefined };
  none: { postId?: undefined; commentId?: undefined };
}

type About = keyof AboutKeys;

/** The values that a sentence of the catalogue is filled with. */
type Gaps = Record<string, string | number | string[]>;

/** The name of a roadmap's column when the event happened. */
export interface ColumnLabel {
  name: string;
  statuses: PostStatus[];
}

/** Names, in the reader's language, of what an event mentions by id. */
export interface Names {
  board(id: number): string;
  tag(id: number): string;
  person(id: string): string;
  column(label: ColumnLabel): string;
  /** When a card was to come, such as `next` or `2027-Q1`. */
  target(target: string): string;
}

/** What follows from an event of one type, and how it is told. */
export interface EventRow<Data> {
  about: About;
  /** A job each, added in the event's own transaction, done alone, retried alone, safe to repeat. */
  consequences: readonly `${string}-${string}`[];
  /** What visitors see differently: kept pages that show it are dropped. Where it is not clear, it is everything. */
  touches: (event: { postId?: string; data: Data }) => Touch[];
  /**
   * `index`: what a post is found by, written anew in the event's own transaction, so that whoever posts finds it at
   * once. `visibility`: who may see the post.
   */
  changes?: readonly ("index" | "visibility")[];
  /** It comes at once by mail, unless somebody wants it in their digest, too (product.md). */
  isMilestone?: true;
  /** It comes at once by mail to whoever wants mail at all: it is over by the time of a digest. */
  isUrgent?: true;
  /** Whether the page of its post tells of it. Comments and moves have items of their own there. */
  inTimeline?: true;
  /** Fills the gaps of its sentence, `events.<type>` in the catalogues of words, where its data alone does not. */
  gaps?: (data: Data, names: Names, words: Words) => Gaps;
  /** Which of its sentences it is, `events.<type>.<variant>`, where it has several. */
  variant?: (data: Data) => string;
}

/** A row of the catalogue, and what its events say beyond who, when and about what. */
export const event =
  <Data extends object = Record<never, never>>() =>
  <const Row extends EventRow<Data>>(row: Row): Row & Says<Data> =>
    row;

/** Carries the type of an event's data, for the compiler alone. */
export interface Says<Data> {
  says?: Data;
}
