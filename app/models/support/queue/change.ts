import type { TicketPriority, TicketStatus } from "#db/schema/support/tickets";
import type { Verdict } from "../../core/bulk/verdict";
import { cleanLine } from "../../core/text/clean";
import { isId, readNumber } from "../../core/text/values";
import { canMoveTicket, ticketPriorities, ticketStatuses } from "../tickets/lifecycle";
import { mostTags, ticketLimits } from "../tickets/limits";

/** What a bulk action does to each of its tickets. */
export type TicketChange =
  | { type: "move"; to: TicketStatus }
  /** Null is nobody. */
  | { type: "assign"; to: string | null }
  | { type: "priority"; to: TicketPriority }
  | { type: "category"; to: number }
  | { type: "tag" | "untag"; to: string }
  /** Null brings it back. */
  | { type: "away"; to: Away | null };

const aways = ["spam", "deleted"] as const;

type Away = (typeof aways)[number];

/** How a form says it: `move:waiting`, `assign:none`, `tag:refund`, `away:spam`, `away:none`. Undefined for what makes no sense. */
export function readTicketChange(text: string): TicketChange | undefined {
  const [type = ""] = text.split(":", 1);
  const value = text.slice(type.length + 1);
  switch (type) {
    case "move":
      return made(type, oneOf(ticketStatuses, value));
    case "assign":
      return value === "none" ? { type, to: null } : made(type, isId(value) ? value : undefined);
    case "priority":
      return made(type, oneOf(ticketPriorities, value));
    case "category":
      return made(type, readNumber(value));
    case "tag":
    case "untag":
      return made(type, readTag(value));
    case "away":
      return value === "none" ? { type, to: null } : made(type, oneOf(aways, value));
  }
}

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | undefined =>
  values.find((value) => value === text);

const made = <Type, To>(type: Type, to: To | undefined): { type: Type; to: To } | undefined =>
  to === undefined ? undefined : { type, to };

function readTag(text: string): string | undefined {
  const tag = cleanLine(text).toLowerCase();
  return tag && tag.length <= ticketLimits.tag.max && !tag.includes(",") ? tag : undefined;
}

export const writeTicketChange = ({ type, to }: TicketChange): string => `${type}:${to ?? "none"}`;

/** The values that decide what becomes of a ticket. */
interface Standing {
  status: TicketStatus;
  assigneeId: string | null;
  priority: TicketPriority;
  categoryId: number;
  tags: string[];
  spamAt: Date | null;
  deletedAt: Date | null;
}

/** Where a ticket was put away; null where it stands. */
export const awayOf = ({ spamAt, deletedAt }: Pick<Standing, "spamAt" | "deletedAt">): Away | null =>
  deletedAt ? "deleted" : spamAt ? "spam" : null;

/** Whether a change would alter a ticket, or why it would not. */
export function judgeTicket(change: TicketChange, ticket: Standing): Verdict {
  const isBack = change.type === "away" && change.to === null;
  if (awayOf(ticket) && !isBack) return "gone";
  if (isTicketSo(change, ticket)) return "same";
  if (change.type === "move" && !canMoveTicket(ticket.status, change.to)) return "illegalMove";
  if (change.type === "tag" && ticket.tags.length >= mostTags) return "tooManyTags";
  return "changed";
}

/** Whether a ticket is as a change would make it. */
export function isTicketSo(change: TicketChange, ticket: Standing): boolean {
  const { status, assigneeId, priority, categoryId, tags } = ticket;
  switch (change.type) {
    case "move":
      return status === change.to;
    case "assign":
      return assigneeId === change.to;
    case "priority":
      return priority === change.to;
    case "category":
      return categoryId === change.to;
    case "tag":
    case "untag":
      return tags.includes(change.to) === (change.type === "tag");
    case "away":
      return awayOf(ticket) === change.to;
  }
}
