import type { TicketTargetKind } from "#db/schema/support/promises";
import type { TicketPriority, TicketPromise, TicketSource, TicketStatus } from "#db/schema/support/tickets";
import type { Chosen } from "../../core/bulk/limits";
import type { Query } from "../../core/text/query";
import { targetKinds } from "../promises/targets";
import { statusesUnderWay, ticketPriorities, ticketStatuses } from "./lifecycle";
import { ratings } from "./ratings";

/** In which order the queue has its tickets. */
export const queueSorts = ["due", "unanswered", "newest", "priority"] as const;

export type QueueSort = (typeof queueSorts)[number];

export const tiers = ["1", "2", "3", "4"] as const;

/** What the queue shows, as its address says it; of each, any of several values. */
export interface QueueFilter {
  /** What is under way, where nobody chose any. */
  status: TicketStatus[];
  priority: TicketPriority[];
  /** Ids. */
  category: number[];
  tier: (typeof tiers)[number][];
  /** `me`, `none` or the id of somebody of the team. */
  assignee?: string;
  /** The requester's address, or what it begins with. */
  requester?: string;
  /** The domain of a company. */
  company?: string;
  tag?: string;
  /** Days by the portal's clock, such as `2026-11-30`, on which tickets were opened or what `day` names happened to them. */
  from?: string;
  to?: string;
  day?: QueueDay;
  /** Which promised time was met or missed, on those days. */
  target?: TicketTargetKind;
  /** At which hour of the portal's clock they were opened. */
  hour?: (typeof hoursOfDay)[number];
  source: TicketSource[];
  rating: (typeof ratings)[number][];
  /** Once or more often. */
  reopened?: "on";
  /** Words of the subject or of a message. */
  q?: string;
  /** With a message that waits to be let in. */
  held?: "on";
  /** Its requester asks for escalation. */
  asked?: "on";
  /** How what was promised stands. */
  promise?: (typeof promises)[number];
  /** Put away: out of all other lists. */
  away?: (typeof awayKinds)[number];
  sort: QueueSort;
  /** Where the page before ended. */
  after?: string;
}

/** What happened to tickets on the days that are shown; without it, they were opened. */
export const queueDays = ["resolved", "rated", "met", "late"] as const;

type QueueDay = (typeof queueDays)[number];

export const ticketSources = ["page", "mail", "api", "staff", "freshdesk"] as const satisfies TicketSource[];

export const hoursOfDay = Array.from({ length: 24 }, (_, hour) => `${hour}`);

const promises = ["at_risk", "breached"] as const satisfies TicketPromise[];

const awayKinds = ["spam", "deleted"] as const;

/** Reads an address; what it does not understand it leaves out. */
export function readQueueFilter(search: Query): QueueFilter {
  const assignee = search.oneOf("assignee", ["me", "none"]) ?? search.id("assignee");
  return {
    status: search.someOf("status", ticketStatuses),
    priority: search.someOf("priority", ticketPriorities),
    category: search.numbers("category"),
    tier: search.someOf("tier", tiers),
    assignee,
    requester: search.word("requester")?.toLowerCase(),
    company: search.word("company")?.toLowerCase(),
    tag: search.word("tag")?.toLowerCase(),
    from: search.day("from"),
    to: search.day("to"),
    day: search.oneOf("day", queueDays),
    target: search.oneOf("target", targetKinds),
    hour: search.oneOf("hour", hoursOfDay),
    source: search.someOf("source", ticketSources),
    rating: search.someOf("rating", ratings),
    reopened: search.oneOf("reopened", ["on"]),
    q: search.word("q"),
    held: search.oneOf("held", ["on"]),
    asked: search.oneOf("asked", ["on"]),
    promise: search.oneOf("promise", promises),
    away: search.oneOf("away", awayKinds),
    sort: search.oneOf("sort", queueSorts) ?? "unanswered",
    after: search.word("after"),
  };
}

/** The query of an address, without a place in the list: what is as usual stays out of it. */
export function writeQueueFilter({ after: _, sort, ...filter }: QueueFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    for (const one of [value ?? []].flat()) search.append(name, String(one));
  }
  if (sort !== "unanswered") search.set("sort", sort);
  return search;
}

/**
 * The address of a page of the queue.
 * @param view the saved view that says what is shown, where there is one
 */
export function queuePath(filter: QueueFilter, { view, chosen }: { view?: string; chosen?: Chosen } = {}): string {
  const search = view ? new URLSearchParams({ view }) : writeQueueFilter(filter);
  if (filter.after) search.set("after", filter.after);
  if (chosen) search.set("chosen", chosen);
  return search.size > 0 ? `/staff/support?${search}` : "/staff/support";
}

/** The statuses that a filter is about; null for all there are. */
export function statusesOf({ status, away, held }: QueueFilter): readonly TicketStatus[] | null {
  if (status.length > 0) return status.length === ticketStatuses.length ? null : status;
  return away || held ? null : statusesUnderWay;
}
