import { boolean, index, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * Forms of new tickets for which there was something to suggest, and what came of that: says nothing of whoever wrote. One
 * tenth of all is shown nothing, so that the others can be compared with somebody.
 */
export const ticketSuggestions = pgTable(
  "ticket_suggestions",
  {
    /** Of the form, made by the server. */
    id: uuid().primaryKey(),
    isHeldOut: boolean().notNull(),
    startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When the first suggestion was opened. */
    openedAt: timestamp({ withTimezone: true }),
    /** When somebody said that one answers it. */
    saidAt: timestamp({ withTimezone: true }),
    sentAt: timestamp({ withTimezone: true }),
  },
  (table) => [index("ticket_suggestions_by_date").on(table.startedAt)],
);
