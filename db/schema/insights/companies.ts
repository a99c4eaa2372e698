import { doublePrecision, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** A customer, by the domain of its people's addresses, and what it is worth in a currency that we need not know. */
export const companies = pgTable(
  "companies",
  {
    /** Lower case. */
    domain: text().primaryKey(),
    name: text().notNull(),
    value: doublePrecision().notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("companies_by_value").on(table.value, table.domain)],
);
