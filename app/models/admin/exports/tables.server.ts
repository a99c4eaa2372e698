import { toSnakeCase } from "drizzle-orm/casing";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import * as schema from "#db/schema";

type Schema = typeof schema;
type TableKey = { [Key in keyof Schema]: Schema[Key] extends PgTable ? Key : never }[keyof Schema];

type Part = "whole" | { without: string[]; because: string } | { leftOut: string };

/** What an export takes along of every table: a new table that is not named here does not compile. */
const parts = {
  users: "whole",
  boards: "whole",
  boardWatchers: "whole",
  tags: "whole",
  numbering: "whole",
  posts: "whole",
  bugDetails: "whole",
  votes: "whole",
  follows: "whole",
  comments: "whole",
  moves: "whole",
  merges: "whole",
  solutionChecks: "whole",
  revisions: "whole",
  events: { without: ["transaction_id"], because: "transactions of another database, all of them over" },
  roadmaps: "whole",
  roadmapColumns: "whole",
  roadmapCards: "whole",
  roadmapEditions: "whole",
  entryLabels: "whole",
  entries: "whole",
  entryPosts: "whole",
  subscribers: "whole",
  suppressions: "whole",
  supporters: "whole",
  freshdeskLinks: "whole",
  freshdeskTickets: { without: ["text", "text_at"], because: "a customer's words, kept for a day only" },
  freshdeskLog: "whole",
  notes: "whole",
  replies: "whole",
  synonyms: "whole",
  bulkActions: "whole",
  bulkActionPosts: "whole",
  inboxViews: "whole",
  companies: "whole",
  demandSettings: { without: ["counted_before"], because: "a transaction of another database" },
  imports: "whole",
  importUploads: { leftOut: "files on their way in, and what was found in them" },
  importChunks: { leftOut: "files on their way in" },
  portalExports: { leftOut: "exports of this portal" },
  exportChunks: { leftOut: "exports of this portal" },
  importSources: "whole",
  oldPaths: "whole",
  notifications: {
    without: ["mail_form", "mail_due_at", "delivery_id"],
    because: "a portal that was restored mails nobody a second time",
  },
  deliveries: { leftOut: "mails and their texts" },
  // Their hashes, which are no secrets: links in mails that are out, above all those that end mails, outlive a move.
  mailTokens: "whole",
  hookMessages: { leftOut: "messages of services that are dealt with" },
  sessions: { leftOut: "secrets: who is signed in" },
  rateLimits: { leftOut: "counts of the last minutes" },
  keptForms: { leftOut: "what somebody sent who has to sign in first" },
  signIns: { leftOut: "secrets: who is about to sign in" },
  freshdeskReads: { leftOut: "a queue" },
  freshdeskWrites: { leftOut: "a queue" },
  freshdeskSettings: { leftOut: "settings of a connection: two portals must not write to one account" },
  postFigures: { leftOut: "derived: counted anew" },
  searchDocuments: { leftOut: "derived: built anew" },
  searchWords: { leftOut: "derived: built anew" },
  wordings: { leftOut: "derived: built anew" },
  termCounts: { leftOut: "derived: built anew" },
  wordingTotals: { leftOut: "derived: built anew" },
} satisfies Record<TableKey, Part>;

export interface ExportedTable {
  /** As the database calls it, as all names here. */
  name: string;
  /** Those that are written, in the order of the schema; none that the database works out. */
  columns: string[];
  key: { name: string; isText: boolean }[];
  /** Those that hold a moment. */
  times: string[];
  /** Numbered by the database. */
  identity: string | undefined;
  without: string[];
  /** Why those are left out. */
  because: string;
}

const tables: Record<TableKey, PgTable> = schema;

/** Every table of an export, by name. */
export const exportedTables: ExportedTable[] = Object.entries(parts as Record<TableKey, Part>)
  .flatMap(([key, part]) => (isLeftOut(part) ? [] : [describeTable(tables[key as TableKey], part)]))
  .sort(byName);

/** The others, and why. */
export const leftOutTables: { name: string; reason: string }[] = Object.entries(parts as Record<TableKey, Part>)
  .flatMap(([key, part]) => (isLeftOut(part) ? [{ name: nameOf(tables[key as TableKey]), reason: part.leftOut }] : []))
  .sort(byName);

function isLeftOut(part: Part): part is { leftOut: string } {
  return typeof part === "object" && "leftOut" in part;
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

function nameOf(table: PgTable): string {
  return getTableConfig(table).name;
}

function columnName(column: PgColumn): string {
  return toSnakeCase(column.name);
}

function describeTable(table: PgTable, part: Exclude<Part, { leftOut: string }>): ExportedTable {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const { without, because } = part === "whole" ? { without: [], because: "" } : part;
  const keyNames = primaryKeys[0]?.columns.map(({ name }) => name);
  const key = columns.filter(({ name, primary }) => keyNames?.includes(name) ?? primary);
  const identity = columns.find(({ generatedIdentity }) => generatedIdentity);
  const written = columns.filter((column) => !column.generated && !without.includes(columnName(column)));
  return {
    name,
    columns: written.map(columnName),
    key: key.map((column) => ({ name: columnName(column), isText: column.getSQLType() === "text" })),
    times: written.filter((column) => column.getSQLType().startsWith("timestamp")).map(columnName),
    identity: identity && columnName(identity),
    without,
    because,
  };
}
