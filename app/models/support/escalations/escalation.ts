import type { TicketStatus } from "#db/schema/support/tickets";
import { statusesUnderWay } from "../tickets/lifecycle";

/** What became of the asking for a ticket. */
export type EscalationState = "asked" | "accepted" | "refused";

export const stateOfEscalation = ({ isAccepted }: { isAccepted: boolean | null }): EscalationState =>
  isAccepted === null ? "asked" : isAccepted ? "accepted" : "refused";

export const highestTier = 4;

/** L1 to L4. */
export const everyTier = [1, 2, 3, 4] as const;

/** Where a ticket can go, as forms name them. */
export const higherTiers = ["2", "3", "4"] as const;

/** Characters. */
export const longestReason = 1000;

/** Whether there is somewhere to go for a ticket, and something left to do. */
export const canEscalate = ({ status, tier }: { status: TicketStatus; tier: number }): boolean =>
  statusesUnderWay.includes(status) && tier < highestTier;
