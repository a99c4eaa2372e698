import { boolean, index, pgEnum, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { posts } from "./posts";

/** A file that was brought in from elsewhere, to be taken back as a whole. */
export const imports = pgTable(
  "imports",
  {
    /** Ascending (UUID version 7). */
    id: uuid().primaryKey(),
    /** Where the posts come from: the same name again adds only what is new. */
    source: text().notNull(),
    format: text().notNull(),
    /** Posts have the numbers they had there, because nobody else had any here. */
    keepsNumbers: boolean().notNull(),
    startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp({ withTimezone: true }),
    undoneAt: timestamp({ withTimezone: true }),
  },
  (table) => [index("imports_by_source").on(table.source, table.id)],
);

export const importedKind = pgEnum("imported_kind", ["post", "vote", "follow", "comment", "answer", "merge"]);

export type ImportedKind = (typeof importedKind.enumValues)[number];

/** What came from where: how a second run knows what is here already, and an undo what to take back. */
export const importSources = pgTable(
  "import_sources",
  {
    source: text().notNull(),
    kind: importedKind().notNull(),
    sourceId: text().notNull(),
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    /** The post, the comment, the person who votes or follows, the move or the merge. */
    ourId: uuid().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.kind, table.sourceId] }),
    index("import_sources_of_post").on(table.postId, table.kind, table.ourId),
    index("import_sources_of_import").on(table.importId, table.kind),
  ],
);

/** Addresses that posts had where they come from, as long as they are not what they are called here anyway. */
export const oldPaths = pgTable(
  "old_paths",
  {
    /** Such as `/posts/65/dark-mode`; of two sources that share one, the first to come. */
    path: text().primaryKey(),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
  },
  (table) => [index("old_paths_of_post").on(table.postId)],
);
