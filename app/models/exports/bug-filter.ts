import type { PostStatus } from "#db/schema/posts";

export const bugStatuses = [
  "open",
  "confirmed",
  "in_progress",
  "fixed",
  "not_reproducible",
  "wont_fix",
] as const satisfies PostStatus[];

/** Which bug reports; whatever is not there does not matter. */
export interface BugFilter {
  /** Short names. */
  board?: string;
  tag?: string;
  status?: (typeof bugStatuses)[number];
  /** The first and the last day on which they were reported, by UTC: `2026-03-31`. */
  from?: string;
  to?: string;
}

/** Reads an address; a day that is none, or an end before the beginning, is wrong. */
export function readBugFilter(search: URLSearchParams): { filter: BugFilter; isWrong: boolean } {
  const [from, to] = [search.get("from") || undefined, search.get("to") || undefined];
  const isWrong = !isDay(from) || !isDay(to) || (from !== undefined && to !== undefined && to < from);
  const filter = {
    board: search.get("board") || undefined,
    tag: search.get("tag") || undefined,
    status: bugStatuses.find((status) => status === search.get("status")),
    from,
    to,
  };
  return { filter, isWrong };
}

function isDay(text: string | undefined): boolean {
  if (text === undefined) return true;
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
