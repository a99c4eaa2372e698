import { sql } from "drizzle-orm";
import { bigint, index, integer, pgEnum, pgTable, primaryKey, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../../columns/bytea";
import { users } from "../core/users";

export const exportState = pgEnum("export_state", ["under_way", "ready", "failed"]);

export type ExportState = (typeof exportState.enumValues)[number];

/** An export of the whole portal that an administrator asked for. */
export const portalExports = pgTable(
  "portal_exports",
  {
    /** Ascending (UUID version 7). */
    id: uuid().primaryKey(),
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    state: exportState().notNull().default("under_way"),
    /** How often it was begun: whoever began it earlier writes no more. */
    attempt: integer().notNull().default(0),
    /** Tables that are written. */
    done: integer().notNull().default(0),
    bytes: bigint({ mode: "number" }),
    /** When its job last said that it is alive; null where none is at it. */
    workedAt: timestamp({ withTimezone: true }),
    finishedAt: timestamp({ withTimezone: true }),
    expiresAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    // Asked for twice at once, it is made once.
    uniqueIndex("portal_exports_under_way").on(sql`(true)`).where(sql`state = 'under_way'`),
    index("portal_exports_expiring").on(table.expiresAt),
  ],
);

/** The bytes of a finished export: every process reaches the database, and not every one the same disk. */
export const exportChunks = pgTable(
  "export_chunks",
  {
    ownerId: uuid("export_id")
      .notNull()
      .references(() => portalExports.id, { onDelete: "cascade" }),
    place: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.place] })],
);
