import type { PostKind } from "#db/schema/feedback/posts";
import type { Query } from "../../core/text/query";
import { everyPost, type ListFilter, readListFilter } from "../posts/list-filter";
import { longestQuestion } from "./parse-question";

/** What somebody searches for, as the address of `/search` says it. */
export interface SearchQuestion {
  q: string;
  board?: string;
  kind?: PostKind;
  status: ListFilter["status"];
  tag?: string;
  page: number;
}

/** As many pages of results as anybody gets; what is not among them is found by better words. */
export const lastPage = 10;
const everyResult = { status: "all", page: 1 } as const;

/** Reads an address; what it does not understand it leaves out. Other than the list, it looks for what is done, too. */
export function readQuestion(search: Query): SearchQuestion {
  const { board, kind, status, tag } = readListFilter(search);
  const page = search.number("page") ?? 1;
  return {
    q: search.text("q", longestQuestion),
    board,
    kind,
    status: status === everyPost.status && search.text("status") !== status ? everyResult.status : status,
    tag,
    page: Math.min(page, lastPage),
  };
}

/** The address of a question: what is as usual stays out of it, and a changed filter starts at the first page. */
export function searchAddress({ page, ...question }: SearchQuestion, change: Partial<SearchQuestion> = {}): string {
  const wanted: SearchQuestion = { ...question, page: 1, ...change };
  const search = new URLSearchParams();
  for (const name of ["q", "board", "kind", "status", "tag", "page"] as const) {
    const value = wanted[name];
    if (value && value !== (everyResult as Record<string, unknown>)[name]) search.set(name, String(value));
  }
  const query = search.toString();
  return query ? `/search?${query}` : "/search";
}

export const isNarrowed = ({ board, kind, status, tag }: SearchQuestion): boolean =>
  Boolean(board || kind || tag || status !== everyResult.status);
