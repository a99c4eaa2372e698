import type { TicketPriority, TicketStatus } from "#db/schema/support/tickets";

interface State {
  moves: readonly TicketStatus[];
  /** Whether the time that was promised for the end runs, stands still, or is over. */
  clock: "runs" | "stands" | "stopped";
  /** What the requester's next message makes of it; nothing where it opens another ticket. */
  answered: TicketStatus | null;
}

/** A status without a row does not compile. Shown in this order. */
const ticketLifecycle = {
  open: { moves: ["in_progress", "waiting", "resolved", "closed"], clock: "runs", answered: "open" },
  in_progress: { moves: ["open", "waiting", "resolved", "closed"], clock: "runs", answered: "in_progress" },
  waiting: { moves: ["open", "in_progress", "resolved", "closed"], clock: "stands", answered: "open" },
  resolved: { moves: ["open", "in_progress", "closed"], clock: "stopped", answered: "open" },
  closed: { moves: [], clock: "stopped", answered: null },
} as const satisfies Record<TicketStatus, State>;

export const ticketStatuses = Object.keys(ticketLifecycle) as TicketStatus[];

/** From the least to the most. */
export const ticketPriorities = ["low", "medium", "high", "urgent"] as const satisfies readonly TicketPriority[];

export const isUnderWay = (status: TicketStatus): boolean => ticketLifecycle[status].clock !== "stopped";

/** Those whose clock is not stopped: somebody of the team, or the requester, has something to do. */
export const statusesUnderWay = ticketStatuses.filter(isUnderWay);

export const ticketMovesFrom = (status: TicketStatus): readonly TicketStatus[] => ticketLifecycle[status].moves;

export const canMoveTicket = (from: TicketStatus, to: TicketStatus): boolean => ticketMovesFrom(from).includes(to);

/** What a message of the requester makes of a ticket's status; null where it opens another ticket instead. */
export const afterRequester = (status: TicketStatus): TicketStatus | null => ticketLifecycle[status].answered;

/** What an answer of the team makes of it, where they choose nothing else. */
export const afterAgent = (status: TicketStatus): TicketStatus => (status === "open" ? "in_progress" : status);
