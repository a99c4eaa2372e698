import type { Words } from "./words";

export type Kind = "idea" | "bug";

export type Status =
  | "open"
  | "under_review"
  | "planned"
  | "confirmed"
  | "in_progress"
  | "shipped"
  | "fixed"
  | "declined"
  | "not_reproducible"
  | "wont_fix";

/** Why somebody is told. */
export type Reason = "author" | "voter" | "commenter" | "follower" | "replied" | "mentioned" | "watcher";

/** The ways out of a mail, at its foot. */
export interface FooterLinks {
  /** `https://feedback.example.com` */
  home: string;
  mute?: string;
  changelog?: string;
  roadmap?: string;
  preferences?: string;
  unsubscribe: string;
}

/** What every mail about posts has around its news. All addresses in props are complete. */
export interface Around {
  words: Words;
  links: {
    /** `https://feedback.example.com` */
    home: string;
    notifications: string;
    preferences: string;
    /** From all mail about posts. */
    unsubscribe: string;
    /** There in mails about one post: no more of that one. */
    mute?: string;
  };
  /** Answers to the mail become comments. */
  takesReplies?: boolean;
}

export interface Post {
  title: string;
  kind: Kind;
  link: string;
}

interface Told {
  id: string;
  reason: Reason;
  /** When the reader posted, voted, commented or followed. */
  since: Date | null;
  at: Date;
  /** Who did it; null for somebody without a name. */
  by: string | null;
}

export interface Move extends Told {
  from: Status;
  to: Status;
  /** Sanitised, as all HTML in props; empty without an official answer. */
  answerHtml: string;
  /** Empty where none was named. */
  release: string;
  /** The author needs the post no longer. */
  byAuthor: boolean;
  /** There where the reader is to be asked whether it solved their problem: where they answer. */
  solvedLink?: string;
}

export interface Comment extends Told {
  bodyHtml: string;
  link: string;
}

export interface Merge extends Told {
  original: Post & { status: Status; voteCount: number };
}

export interface NewPost extends Told {
  board: string;
  excerpt: string;
}

/** A file that a mail names. */
export interface FileLink {
  name: string;
  bytes: number;
  link: string;
}
