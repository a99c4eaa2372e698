import { sql } from "drizzle-orm";
import { bigint, check, pgEnum, pgTable, primaryKey, smallint, timestamp, uuid } from "drizzle-orm/pg-core";
import { tickets } from "./tickets";

/** Why a ticket goes to a higher tier. */
export const escalationReason = pgEnum("escalation_reason", [
  /** A promised response was late. */
  "breach",
  /** Its requester, or their company, is one of those who come first. */
  "vip",
  /** It is a bug that is being worked on. */
  "bug",
  /** Its requester has said a word of security or of law. */
  "words",
  /** Somebody of the team wanted it. */
  "hand",
  /** Its requester asked for it, and somebody of the team let it. */
  "asked",
  /** A rule of the team's says so. */
  "rule",
]);

export type EscalationReason = (typeof escalationReason.enumValues)[number];

/** Steps that tickets have taken, each once: whoever finds one here does nothing. */
export const escalations = pgTable(
  "escalations",
  {
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    tier: smallint().notNull(),
    reason: escalationReason().notNull(),
    /** The id of the event that it follows from; null where a person wanted it. */
    occasion: bigint({ mode: "number" }),
    takenAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ticketId, table.tier, table.reason] }),
    check("escalations_tier", sql`tier between 1 and 4`),
  ],
);
