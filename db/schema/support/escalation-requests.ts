import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "../core/users";
import { tickets } from "./tickets";

/** What a requester asks for once per ticket: that it goes a tier higher. Somebody of the team accepts or refuses it. */
export const escalationRequests = pgTable(
  "escalation_requests",
  {
    ticketId: uuid()
      .primaryKey()
      .references(() => tickets.id, { onDelete: "cascade" }),
    /** In the requester's words. */
    reason: text().notNull(),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Null while it waits for an answer; if it was refused, their words are a message of the ticket. */
    isAccepted: boolean(),
    answeredBy: uuid().references(() => users.id),
    answeredAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("escalation_requests_waiting").on(table.ticketId).where(sql`is_accepted is null`),
    index("escalation_requests_by_agent").on(table.answeredBy).where(sql`answered_by is not null`),
    check("escalation_requests_answered", sql`(is_accepted is null) = (answered_at is null)`),
  ],
);
