import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "../core/users";
import { roadmaps } from "../feedback/roadmaps";

/**
 * Who gets the changelog, or what changes on a roadmap, by mail: a member, or an address whose owner has said yes by a
 * link.
 */
export const subscribers = pgTable(
  "subscribers",
  {
    /** Ascending (UUID version 7). */
    id: uuid().primaryKey(),
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    /** Lower case; of those without an account. */
    email: text(),
    /** Null: the changelog. */
    roadmapId: integer().references(() => roadmaps.id, { onDelete: "cascade" }),
    /** In which they asked; members have theirs. */
    language: text().notNull().default("en"),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When the mail with the link last went out. */
    askedAt: timestamp({ withTimezone: true }),
    /** Null until the link in that mail was used. */
    confirmedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    // Each of them once for each subject; no roadmap has the id 0.
    uniqueIndex("subscribers_of_user").on(table.userId, sql`coalesce(${table.roadmapId}, 0)`),
    uniqueIndex("subscribers_of_address").on(table.email, sql`coalesce(${table.roadmapId}, 0)`),
    index("subscribers_of_roadmap").on(table.roadmapId, table.id),
    index("subscribers_unconfirmed").on(table.askedAt).where(sql`confirmed_at is null`),
    check("subscribers_somebody", sql`num_nonnulls(user_id, email) = 1`),
  ],
);
