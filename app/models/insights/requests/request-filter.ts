import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import type { Query } from "../../core/text/query";
import { statuses } from "../../feedback/posts/lifecycle";
import { kinds, type StatusGroup, statusGroups } from "../../feedback/posts/list-filter";

/** The columns of the table, each a way to sort it. */
export const requestSorts = [
  "score",
  "votes",
  "companies",
  "value",
  "tickets",
  "recent",
  "trend",
  "comments",
  "posted",
  "effort",
] as const;
export type RequestSort = (typeof requestSorts)[number];

/** What happened to a post between two days: what the numbers of the charts count. */
export const happenings = ["opened", "closed", "left", "answered", "unanswered"] as const;
type Happening = (typeof happenings)[number];

/** What the table shows, as its address says it. */
export interface RequestFilter {
  board?: string;
  kind?: PostKind;
  tag?: string;
  status: StatusGroup | PostStatus;
  sort: RequestSort;
  dir: "asc" | "desc";
  did?: Happening;
  /** The status that was left, for `left`. */
  was?: PostStatus;
  from?: string;
  to?: string;
  after?: string;
}

export const usual = { status: "live", sort: "score", dir: "desc" } as const satisfies RequestFilter;

/** Reads an address; what it does not understand it leaves out. */
export function readRequestFilter(search: Query): RequestFilter {
  return {
    board: search.word("board"),
    kind: search.oneOf("kind", kinds),
    tag: search.word("tag"),
    status: search.oneOf("status", statusGroups) ?? search.oneOf("status", statuses) ?? usual.status,
    sort: search.oneOf("sort", requestSorts) ?? usual.sort,
    dir: search.oneOf("dir", ["asc", "desc"]) ?? usual.dir,
    did: search.oneOf("did", happenings),
    was: search.oneOf("was", statuses),
    from: search.day("from"),
    to: search.day("to"),
    after: search.word("after"),
  };
}

const names = ["board", "kind", "tag", "status", "sort", "dir", "did", "was", "from", "to", "after"] as const;

/** The address of a table: what is as usual stays out of it, and a changed filter starts at the top. */
export function requestsPath({ after, ...filter }: RequestFilter, change: Partial<RequestFilter> = {}): string {
  const wanted: RequestFilter = { ...filter, ...change };
  const search = new URLSearchParams();
  for (const name of names) {
    const value = wanted[name];
    if (value && value !== (usual as Partial<RequestFilter>)[name]) search.set(name, value);
  }
  const query = search.toString();
  return query ? `/staff/requests?${query}` : "/staff/requests";
}

/** The same sorted by another column, most first, or by the same one the other way round. */
export const sortedPath = (filter: RequestFilter, sort: RequestSort): string =>
  requestsPath(filter, { sort, dir: filter.sort === sort && filter.dir === "desc" ? "asc" : "desc" });

/** A place in the table: the value of the row before it, and its number. */
export function readPlace(text: string | undefined, isWhole: boolean): { value: number; number: number } | undefined {
  const [, value, number] = /^(-?\d{1,300}(?:\.\d{1,30})?(?:e[-+]\d{1,3})?)_(\d{1,9})$/.exec(text ?? "") ?? [];
  if (value === undefined || !Number.isFinite(Number(value))) return;
  if (isWhole && (!Number.isInteger(Number(value)) || Math.abs(Number(value)) > 2 ** 31 - 1)) return;
  return { value: Number(value), number: Number(number) };
}
