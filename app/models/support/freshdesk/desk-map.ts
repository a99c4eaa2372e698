import type { TicketPriority, TicketStatus } from "#db/schema/support/tickets";
import { ticketStatuses } from "../tickets/lifecycle";

/** Freshdesk's numbers of priorities, in every account. */
export const theirPriority: Record<TicketPriority, number> = { low: 1, medium: 2, high: 3, urgent: 4 };

type StatusMap = Partial<Record<TicketStatus, number>>;

/** Open, Pending, Resolved and Closed, which every account has. */
export const usualStatuses: Record<TicketStatus, number> = {
  open: 2,
  in_progress: 2,
  waiting: 3,
  resolved: 4,
  closed: 5,
};

/** Those that an account has by itself, and that none of ours becomes. */
const otherStatuses: Record<number, TicketStatus> = { 6: "waiting", 7: "in_progress" };

export const theirStatus = (map: StatusMap, status: TicketStatus): number => map[status] ?? usualStatuses[status];

/** What a status there makes of ours; undefined where it says nothing that ours does not. */
export function ourStatus(map: StatusMap, theirs: number, now: TicketStatus): TicketStatus | undefined {
  if (theirStatus(map, now) === theirs) return;
  return ticketStatuses.find((status) => theirStatus(map, status) === theirs) ?? otherStatuses[theirs];
}
