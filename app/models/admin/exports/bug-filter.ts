import type { PostStatus } from "#db/schema/feedback/posts";
import type { Query } from "../../core/text/query";
import { readDay } from "../../core/text/values";

export const bugStatuses = [
  "open",
  "confirmed",
  "in_progress",
  "fixed",
  "not_reproducible",
  "wont_fix",
] as const satisfies PostStatus[];

/** Which bug reports to export; a field that is absent does not narrow them down. */
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
export function readBugFilter(search: Query): { filter: BugFilter; isWrong: boolean } {
  const [from, to] = [search.word("from"), search.word("to")];
  const isWrong =
    [from, to].some((day) => day && !readDay(day)) || (from !== undefined && to !== undefined && to < from);
  const filter = {
    board: search.word("board"),
    tag: search.word("tag"),
    status: search.oneOf("status", bugStatuses),
    from,
    to,
  };
  return { filter, isWrong };
}
