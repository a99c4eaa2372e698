import { index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** What was searched for on a day, as often as it was and by browsers that run scripts; says nothing of whoever searched. */
export const searches = pgTable(
  "searches",
  {
    /** In small letters. */
    question: text().notNull(),
    /** The reader's. */
    language: text().notNull(),
    /** When that day began, in UTC. */
    day: timestamp({ withTimezone: true }).notNull(),
    /** The terms that it is compared by (app/models/core/wordings/terms.ts). */
    meaning: text().notNull(),
    /** How often nothing was found. */
    nothing: integer().notNull().default(0),
    /** How often something was. */
    found: integer().notNull().default(0),
    /** How often something of that was opened. */
    opened: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.language, table.question] }),
    index("searches_by_meaning").on(table.meaning),
  ],
);
