import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import type { Query } from "../../core/text/query";
import { type Category, statuses, statusesIn } from "./lifecycle";

export const sorts = ["trending", "top", "new", "discussed"] as const;
export type Sort = (typeof sorts)[number];

export const kinds = ["idea", "bug"] as const satisfies PostKind[];

/** What `?status=` may name besides single statuses. `live` is the default: whatever may still come. */
export const statusGroups = ["live", "open", "active", "done", "closed", "all"] as const;
export type StatusGroup = (typeof statusGroups)[number];

/** What the list at `/` shows, as its address says it. */
export interface ListFilter {
  board?: string;
  kind?: PostKind;
  status: StatusGroup | PostStatus;
  tag?: string;
  sort: Sort;
  after?: string;
}

export const everyPost: ListFilter = { status: "live", sort: "trending" };

/** Reads an address; what it does not understand it leaves out. */
export function readListFilter(search: Query): ListFilter {
  return {
    board: search.word("board"),
    kind: search.oneOf("kind", kinds),
    status: search.oneOf("status", statusGroups) ?? search.oneOf("status", statuses) ?? everyPost.status,
    tag: search.word("tag"),
    sort: search.oneOf("sort", sorts) ?? everyPost.sort,
    after: search.word("after"),
  };
}

/** The address of a list: what is as usual stays out of it, and a changed filter starts at the top. */
export function listAddress(filter: ListFilter, change: Partial<ListFilter> = {}): string {
  const { after, ...rest } = filter;
  const wanted: ListFilter = { ...rest, ...change };
  const search = new URLSearchParams();
  for (const name of ["board", "kind", "status", "tag", "sort", "after"] as const) {
    const value = wanted[name];
    if (value && value !== (everyPost as unknown as Record<string, string | undefined>)[name]) search.set(name, value);
  }
  const query = search.toString();
  return query ? `/?${query}` : "/";
}

export const isFiltered = (filter: ListFilter): boolean =>
  Boolean(filter.board || filter.kind || filter.tag || filter.status !== everyPost.status);

const categories: Record<Exclude<StatusGroup, "all">, Category[]> = {
  live: ["open", "active"],
  open: ["open"],
  active: ["active"],
  done: ["done"],
  closed: ["closed"],
};

/** The statuses that `status` stands for; undefined for all of them. */
export function statusesOf(status: ListFilter["status"]): PostStatus[] | undefined {
  if (status === "all") return;
  return status in categories ? statusesIn(...categories[status as keyof typeof categories]) : [status as PostStatus];
}
