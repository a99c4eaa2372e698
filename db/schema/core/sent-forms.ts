import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/** Forms that have made something, for as long as they may come again. */
export const sentForms = pgTable(
  "sent_forms",
  {
    /** Made by the form. */
    id: uuid().primaryKey(),
    sentBy: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Of what it said. */
    fingerprint: text().notNull(),
    /** The id, or the part of an address, of what it made. */
    made: text().notNull(),
    sentAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index("sent_forms_by_date").on(table.sentAt), index("sent_forms_by_user").on(table.sentBy)],
);
