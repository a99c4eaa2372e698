/** One way in which a post may say what was asked for: a word, or several. */
export interface Way {
  words: string[];
  /** One after the other; else anywhere. */
  isPhrase?: boolean;
  /** Of each of several words its forms: one of each, one after the other or with two other words between them at most. */
  near?: string[][];
  /** The last of them is the beginning of a word. */
  isBeginning?: boolean;
  /** Each of them is. */
  areBeginnings?: boolean;
  /** Without their endings. */
  isStem?: boolean;
}

/** A part of the question that a post has to meet in one of these ways. */
export interface Wish {
  text: string;
  /** What was asked for itself: the word, in whatever form it stands. */
  own: Way[];
  /** What says the same: other words for it, or what a typo was meant to be. */
  other: Way[];
  tagIds: number[];
  /** Quoted. */
  isKept: boolean;
  /** In about how many posts it is met. */
  postCount: number;
}
