import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bulkActions } from "../feedback/inbox";
import { type TicketPriority, type TicketStatus, tickets } from "./tickets";

/** The values of a ticket that a bulk action may change, and what belongs to its status. */
export interface TicketStanding {
  status: TicketStatus;
  resolvedAt: string | null;
  closedAt: string | null;
  unansweredSince: string | null;
  reopenCount: number;
  assigneeId: string | null;
  priority: TicketPriority;
  categoryId: number;
  tags: string[];
  /** Where it was put away. */
  away?: "spam" | "deleted" | null;
}

/** The outcome of a bulk action for each of its tickets. */
export const bulkActionTickets = pgTable(
  "bulk_action_tickets",
  {
    bulkActionId: uuid()
      .notNull()
      .references(() => bulkActions.id, { onDelete: "cascade" }),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    /** `changed`, or why not; the list stands in app/models/core/bulk/verdict.ts. */
    verdict: text().notNull(),
    before: jsonb().$type<TicketStanding>().notNull(),
    after: jsonb().$type<TicketStanding>().notNull(),
    /** What became of it when all was undone: `changed` back, or why not; null as long as nobody did. */
    undoVerdict: text(),
  },
  (table) => [
    primaryKey({ columns: [table.bulkActionId, table.ticketId] }),
    index("bulk_action_tickets_of_ticket").on(table.ticketId),
  ],
);
