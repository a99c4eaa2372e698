import { sql } from "drizzle-orm";
import { index, integer, pgEnum, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Of the words that posts and questions are written with; by these endings are taken off. */
export const synonymLanguage = pgEnum("synonym_language", ["en", "de", "ar"]);
/** Who says that they mean the same: the field itself, which every portal begins with; the team; or what it merged. */
export const synonymOrigin = pgEnum("synonym_origin", ["field", "team", "merges"]);

export type SynonymLanguage = (typeof synonymLanguage.enumValues)[number];
export type SynonymOrigin = (typeof synonymOrigin.enumValues)[number];

/** Words and short phrases that mean the same to whoever searches, a row for each meaning. */
export const synonyms = pgTable(
  "synonyms",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    language: synonymLanguage().notNull(),
    /** As they were written; 2 to 12. */
    words: text().array().notNull(),
    /** What they are recognised by in a question: see app/models/feedback/synonyms/keys.server.ts. */
    keys: text().array().notNull(),
    origin: synonymOrigin().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** No longer used; kept, so that it is not learned again. */
    removedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("synonyms_keys").using("gin", table.keys),
    index("synonyms_alphabet").on(table.language, sql`lower(${table.words}[1])`, table.id),
  ],
);
