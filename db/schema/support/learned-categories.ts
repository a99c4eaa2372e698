import { bigint, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { ticketCategories, tickets } from "./tickets";

/** What was learned of tickets whose category somebody of the team has put right. */
export const learnedTickets = pgTable("learned_tickets", {
  ticketId: uuid()
    .primaryKey()
    .references(() => tickets.id, { onDelete: "cascade" }),
  categoryId: integer()
    .notNull()
    .references(() => ticketCategories.id),
  /** As it was learned, so that exactly that can be taken back. */
  text: text().notNull(),
});

/** How many texts were learned of a category. */
export const learnedCategories = pgTable("learned_categories", {
  categoryId: integer()
    .primaryKey()
    .references(() => ticketCategories.id),
  texts: integer().notNull(),
});

/** What texts are compared by (app/models/support/categories/features.ts). */
export const termKind = pgEnum("term_kind", ["word", "pair", "part"]);

/** How much of a category's texts a term makes up: millionths of each, summed. */
export const learnedTerms = pgTable(
  "learned_terms",
  {
    kind: termKind().notNull(),
    term: integer().notNull(),
    categoryId: integer().notNull(),
    share: bigint({ mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.term, table.categoryId] })],
);

/** How many terms of a kind are known. */
export const learnedKinds = pgTable("learned_kinds", {
  kind: termKind().primaryKey(),
  terms: integer().notNull(),
});
