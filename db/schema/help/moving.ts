import { index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "../core/users";

/** An article in one language, as a Markdown file with front matter has it. */
export interface ArticleFile {
  /** The same in all its languages, and wherever it is moved. */
  article: string;
  title: string;
  /** By its address. */
  section: string;
  language: string;
  /** The language that the article was written in. */
  original: string;
  audience: string;
  slug: string;
  redirects: string[];
  wordings: string[];
  body: string;
}

/** A text that an import has published, and the version that was shown before; 0 where there was none. */
export interface MadeText {
  number: number;
  language: string;
  before: number;
  version: number;
}

/** Articles that somebody brings from elsewhere, and what became of them. */
export const articleImports = pgTable(
  "article_imports",
  {
    id: uuid().primaryKey(),
    startedBy: uuid()
      .notNull()
      .references(() => users.id),
    fileName: text().notNull(),
    files: jsonb().$type<ArticleFile[]>().notNull(),
    /** Files of which nothing can be made, by their paths. */
    leftOut: jsonb().$type<string[]>().notNull(),
    made: jsonb().$type<MadeText[]>().notNull().default([]),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Since when it is being written; null while only its preview is there. */
    startedAt: timestamp({ withTimezone: true }),
    doneAt: timestamp({ withTimezone: true }),
    undoneAt: timestamp({ withTimezone: true }),
  },
  (table) => [index("article_imports_by_time").on(table.createdAt)],
);
