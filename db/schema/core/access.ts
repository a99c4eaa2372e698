import { bigint, index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * How often what was done of late, as rate-limiter-flexible keeps it. The table is unlogged: a count costs no wait for
 * the disk, and after a crash of the database everybody begins anew.
 */
export const rateLimits = pgTable("rate_limits", {
  /** What is limited, and by whom. */
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint({ mode: "number" }),
});

/** What somebody sent whose session had ended, until they have signed in and sent it again. */
export const keptForms = pgTable(
  "kept_forms",
  {
    /** SHA-256 of what the cookie says, hex: whose browser it was. One form for each. */
    browser: text().primaryKey(),
    /** The path of the page to which it is brought back. */
    path: text().notNull(),
    /** What was to be done with it. */
    action: text().notNull(),
    fields: jsonb().$type<[name: string, value: string][]>().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("kept_forms_by_date").on(table.createdAt)],
);
