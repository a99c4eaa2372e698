import { sql } from "drizzle-orm";
import { index, pgEnum, pgTable, smallint, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { tickets } from "./tickets";

/** Why somebody is paged: a ticket came to the highest tier, or one that is urgent missed a promised time. */
export const pageReason = pgEnum("page_reason", [
  "tier",
  "first_response",
  "next_response",
  "resolution",
  "tier_response",
]);

export type PageReason = (typeof pageReason.enumValues)[number];

/** In the order in which they go out. */
export const pageAction = pgEnum("page_action", ["trigger", "acknowledge", "resolve"]);

export type PageAction = (typeof pageAction.enumValues)[number];

export const pageState = pgEnum("page_state", [
  "waiting",
  /** PagerDuty has it. */
  "taken",
  /** It does not take it. */
  "failed",
  /** It failed, and by now somebody looks after the ticket all the same. */
  "over",
]);

export type PageState = (typeof pageState.enumValues)[number];

/** What is told to PagerDuty about a ticket, and what became of that. */
export const pages = pgTable(
  "pages",
  {
    /** Ascending (UUID version 7). */
    id: uuid().primaryKey(),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    reason: pageReason().notNull(),
    /** The how manyth alert of a ticket for this reason it is part of: one that is resolved is not opened again. */
    round: smallint().notNull(),
    action: pageAction().notNull(),
    state: pageState().notNull().default("waiting"),
    attempts: smallint().notNull().default(0),
    /** Not before then. */
    dueAt: timestamp({ withTimezone: true }).notNull(),
    /** Who is at it, and how long nobody else is. */
    leaseId: uuid(),
    leasedUntil: timestamp({ withTimezone: true }),
    triedAt: timestamp({ withTimezone: true }),
    /** PagerDuty's last one. */
    answer: text().notNull().default(""),
    /** Or when it was asked for anew. */
    askedAt: timestamp({ withTimezone: true }).notNull(),
    settledAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex("pages_once").on(table.ticketId, table.reason, table.round, table.action),
    index("pages_waiting").on(table.dueAt).where(sql`state = 'waiting'`),
    index("pages_failed").on(table.askedAt).where(sql`state = 'failed' and action = 'trigger'`),
  ],
);
