import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { TextsByLanguage } from "../core/texts-by-language";

/** Groups of articles. Those that every portal begins with have a key, and the catalogues of words name them. */
export const helpSections = pgTable(
  "help_sections",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Such as `getting_started`; null for those that the team has added. */
    key: text().unique(),
    /** By language; where it has none in the reader's, the catalogues name it. */
    names: jsonb().$type<TextsByLanguage>().notNull().default({}),
    /** By language, a sentence about what is in it. */
    descriptions: jsonb().$type<TextsByLanguage>().notNull().default({}),
    /** In its address; stays when it is named otherwise. */
    slug: text().notNull().unique(),
    /** Of the icons that sections can have (app/models/help/sections/icons.ts). */
    icon: text().notNull(),
    position: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  () => [check("help_sections_named", sql`key is not null or names <> '{}'`)],
);
