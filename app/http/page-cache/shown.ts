import type { Moved, Touch } from "~/models/core/events/touches";

/** What a kept page depends on: it is dropped when an event touches any of it. */
export interface Shown {
  /** Ids of all posts of which it shows anything. */
  posts: string[];
  /** Of articles, what it shows. */
  help?: ("help" | "most read")[];
  list?: {
    sort: string;
    /** The lowest and the highest value that posts of this page can have; beyond them are other pages. */
    low: number;
    high: number;
  };
}

/** The names of touches under which a page can be found. */
export function labelsOf({ posts, help = [], list }: Shown): string[] {
  const ofPosts = posts.map((id) => `post ${id}`);
  return list ? [...ofPosts, ...help, "lists", `lists ${list.sort}`] : [...ofPosts, ...help];
}

export const labelOf = (touch: Exclude<Touch, "all">): string =>
  typeof touch === "string" ? touch : `lists ${touch.sort}`;

/** Whether a page with the label of a touch has to change. */
export function isTouched({ list }: Shown, touch: Touch): boolean {
  return typeof touch === "string" || (list !== undefined && reaches(touch, list));
}

/**
 * A post that moves within what lies below the page, or above it, neither comes in nor goes out; and one that is on
 * the page has a touch of its own.
 */
function reaches({ from, to }: Moved, { low, high }: NonNullable<Shown["list"]>): boolean {
  return Math.max(from, to) >= low && Math.min(from, to) <= high;
}
