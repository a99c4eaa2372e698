import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea } from "../../columns/bytea";
import { users } from "../core/users";
import { posts } from "../feedback/posts";

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
    /** How many of each kind came, and how many people; null for imports from before they were counted. */
    counts: jsonb().$type<Record<ImportedKind | "people", number>>(),
    /** A job takes it back. */
    undoAskedAt: timestamp({ withTimezone: true }),
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

export const uploadState = pgEnum("upload_state", [
  "arriving",
  "checking",
  "checked",
  "refused",
  "importing",
  "imported",
]);

export type UploadState = (typeof uploadState.enumValues)[number];

/** What a person chose for an import that its file leaves open. */
export interface UploadChoices {
  /** Told by what is in the file otherwise. */
  format?: string;
  encoding?: string;
  source?: string;
  /** How dates are read that could be two days. */
  dates?: string;
  /** Where posts go whose board is not named; one called like the source otherwise. */
  boardId?: number;
  /** Headers by fields; an empty one wants none. */
  columns: Record<string, string>;
  /** Our statuses by plain names of theirs. */
  statuses: Record<string, string>;
}

/** A file that somebody sent to be imported, and how far it is. */
export const importUploads = pgTable("import_uploads", {
  /** Ascending (UUID version 7); the import that is made of it has the same. */
  id: uuid().primaryKey(),
  fileName: text().notNull(),
  bytes: bigint({ mode: "number" }).notNull().default(0),
  actorId: uuid()
    .notNull()
    .references(() => users.id),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  state: uploadState().notNull().default("arriving"),
  choices: jsonb().$type<UploadChoices>().notNull().default({ columns: {}, statuses: {} }),
  /** What a dry run found, in the shape of app/models/admin/imports/uploads/report.ts. */
  report: jsonb(),
  /** Why it did not go on, in the shape that stands there. */
  fault: jsonb(),
  /** Rows that the job which is at it has done, and of how many; 0 where nobody knows. */
  done: integer().notNull().default(0),
  total: integer().notNull().default(0),
  /** When that job last said that it is alive; null where none is at it. */
  workedAt: timestamp({ withTimezone: true }),
});

/** The bytes of such files, until they are imported: every process reaches the database, and not every one the same disk. */
export const importChunks = pgTable(
  "import_chunks",
  {
    ownerId: uuid("upload_id")
      .notNull()
      .references(() => importUploads.id, { onDelete: "cascade" }),
    place: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.place] })],
);
