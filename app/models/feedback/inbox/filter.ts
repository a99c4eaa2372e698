import type { PostKind, PostStatus } from "#db/schema/feedback/posts";
import type { Chosen } from "../../core/bulk/limits";
import { addressPart } from "../../core/text/address-part";
import type { Query } from "../../core/text/query";
import { statuses } from "../posts/lifecycle";
import { kinds } from "../posts/list-filter";

/** What the inbox shows, as its address says it. */
export interface InboxFilter {
  board?: string;
  kind?: PostKind;
  tag?: string;
  /** Where nobody chose one: what nobody has decided on. */
  status: PostStatus;
  /** Without an official answer and without a comment of the team. */
  unanswered: boolean;
  /** It, or a comment on it, looks as if no person had written it. */
  flagged: boolean;
  /** Where the page before ended. */
  after?: string;
}

export const newPosts: InboxFilter = { status: "open", unanswered: false, flagged: false };

/** Reads an address; what it does not understand it leaves out. */
export function readInboxFilter(search: Query): InboxFilter {
  return {
    board: search.word("board"),
    kind: search.oneOf("kind", kinds),
    tag: search.word("tag"),
    status: search.oneOf("status", statuses) ?? newPosts.status,
    unanswered: search.text("unanswered") === "on",
    flagged: search.text("flagged") === "on",
    after: search.word("after"),
  };
}

/** The query of an address, without a place in the list: what is as usual stays out of it. */
export function writeInboxFilter({ board, kind, tag, status, unanswered, flagged }: InboxFilter): string {
  const ticked = { unanswered: unanswered && "on", flagged: flagged && "on" };
  const pairs = { board, kind, tag, status: status === newPosts.status ? "" : status, ...ticked };
  return new URLSearchParams(
    Object.entries(pairs).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
}

/**
 * The address of a page of the inbox.
 * @param view the saved view that says what is shown, where there is one
 */
export function inboxPath(filter: InboxFilter, { view, chosen }: { view?: string; chosen?: Chosen } = {}): string {
  const search = new URLSearchParams(view ? "" : writeInboxFilter(filter));
  if (filter.after) search.set("after", filter.after);
  if (chosen) search.set("chosen", chosen);
  const path = view ? `/staff/inbox/${addressPart(view)}` : "/staff/inbox";
  return search.size > 0 ? `${path}?${search}` : path;
}
