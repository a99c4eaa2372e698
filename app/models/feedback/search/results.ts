import type { PostRow } from "../posts/list-posts.server";

/** A piece of text, and whether it is what was searched for. */
export interface Segment {
  text: string;
  isHit: boolean;
}

export interface Snippet {
  from: "body" | "comment" | "duplicate";
  segments: Segment[];
}

/** A post that an engine found, and what to show of it. */
export interface Found {
  number: number;
  title?: Segment[];
  snippet?: Snippet;
}

/** A post as the list shows it, and what it was found by. */
export interface SearchHit {
  post: PostRow;
  title: Segment[];
  snippet: Snippet;
}

/** How the question was understood. */
export interface Understood {
  /** Words that no post has, and what was searched for instead. */
  corrected: { from: string; to: string }[];
  /** Words that were left out, because with them there was nothing. */
  dropped: string[];
}

export interface SearchResults {
  hits: SearchHit[];
  understood: Understood;
  /** The next page, if there is one. */
  next?: number;
}
