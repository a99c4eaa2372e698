import type { FollowLevel, PostStatus, TextFlag } from "#db/schema/feedback/posts";
import type { BoardSlug, TagSlug } from "./boards";
import type { Handle } from "./people";

/** Markdown; of several pieces each is a paragraph, a list, a table … of its own. */
export type Words = string | string[];

/** Who did something, and how many days before the portal is seeded. */
interface Deed {
  day: number;
  by: Handle;
}

export interface Reply extends Deed {
  says: Words;
}

export interface Comment extends Reply {
  /** What the author made of it later. */
  edited?: { day: number; says: Words };
  /** How many days ago its author took it away. */
  deleted?: number;
  replies?: Reply[];
}

interface Moved extends Deed {
  to: PostStatus;
  answer?: Words;
  release?: string;
}

/** What happens on a post after it was posted. */
export type Happening =
  | Comment
  | Moved
  | (Deed & { closes: true })
  | (Deed & { follows: FollowLevel })
  | (Deed & { pins: true })
  | (Deed & { locks: true })
  | (Deed & { tags: TagSlug[] })
  | (Deed & { board: BoardSlug })
  /** Merged into the post of this title. */
  | (Deed & { into: string })
  | (Deed & { edits: { title?: string; body?: Words } });

/** A picture by its name in app/cli/demo/pictures, and what it shows. */
export interface PictureStory {
  name: string;
  alt: string;
}

interface Post extends Deed {
  title: string;
  pictures?: PictureStory[];
  tags?: TagSlug[];
  flags?: TextFlag[];
  /** How many people vote for it. */
  votes: number;
  /** In order. */
  since?: Happening[];
}

interface Idea extends Post {
  kind: "idea";
  body: Words;
}

interface Bug extends Post {
  kind: "bug";
  body?: Words;
  steps?: Words;
  expected?: Words;
  actual?: Words;
  version?: string;
}

/** A post and all that became of it. */
export type Story = Idea | Bug;

export const markdownOf = (words: Words = ""): string => (typeof words === "string" ? words : words.join("\n\n"));
