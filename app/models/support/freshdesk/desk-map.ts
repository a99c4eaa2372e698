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

/** From extremely unhappy to extremely happy, of the seven that Freshdesk has. */
const theirRatings = [-103, -101, 100, 101, 103];

export const theirRating = (rating: number): number => theirRatings[rating - 1] ?? 100;

/** 1 to 5, of the seven of today or the three of older surveys; undefined for anything else. */
export function ourRating(theirs: number): number | undefined {
  const ours: Record<number, number> = {
    103: 5,
    102: 5,
    101: 4,
    100: 3,
    [-101]: 2,
    [-102]: 1,
    [-103]: 1,
    1: 5,
    2: 3,
    3: 1,
  };
  return ours[theirs];
}
