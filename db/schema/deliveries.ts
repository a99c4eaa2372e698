import { index, jsonb, pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

export const deliveryStatus = pgEnum("delivery_status", ["queued", "accepted", "failed"]);

/** A mail to one person, and what became of it. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: uuid().primaryKey(),
    /** Which template: `sign-in` … */
    kind: text().notNull(),
    userId: uuid().references(() => users.id, { onDelete: "set null" }),
    to: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    headers: jsonb().$type<Record<string, string>>().notNull().default({}),
    status: deliveryStatus().notNull().default("queued"),
    /** The provider's last answer, in its own words. */
    answer: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    handedOverAt: timestamp({ withTimezone: true }),
  },
  (table) => [index("deliveries_by_date").on(table.createdAt)],
);
