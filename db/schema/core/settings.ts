import { jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** What administrators have set, each under its name; what is not here is as app/models/core/settings/table.ts begins with. */
export const settings = pgTable("settings", {
  name: text().primaryKey(),
  value: jsonb().notNull(),
  changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
