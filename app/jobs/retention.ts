import type { PgTable } from "drizzle-orm/pg-core";
import type * as schema from "#db/schema";

type Schema = typeof schema;
type TableKey = { [Key in keyof Schema]: Schema[Key] extends PgTable ? Key : never }[keyof Schema];

/**
 * `stays`: as long as the portal, or the account that it belongs to. Otherwise how long after the moment in that column
 * the job forget-access or the nightly clean-up deletes the row.
 */
type Retention = "stays" | { since: string; days: number };

/** How long each table keeps its rows; a test ages every one of them, and a new table without a line does not compile. */
export const retention: Record<TableKey, Retention> = {
  users: "stays",
  boards: "stays",
  boardWatchers: "stays",
  tags: "stays",
  numbering: "stays",
  posts: "stays",
  bugDetails: "stays",
  votes: "stays",
  follows: "stays",
  comments: "stays",
  moves: "stays",
  merges: "stays",
  solutionChecks: "stays",
  revisions: "stays",
  events: "stays",
  roadmaps: "stays",
  roadmapColumns: "stays",
  roadmapCards: "stays",
  roadmapEditions: "stays",
  entryLabels: "stays",
  entries: "stays",
  entryPosts: "stays",
  // Only those whose address has not said yes.
  subscribers: { since: "askedAt", days: 7 },
  suppressions: "stays",
  supporters: "stays",
  freshdeskLinks: "stays",
  // Only those that no post is linked with; what customers wrote goes after a day from all.
  freshdeskTickets: { since: "seenAt", days: 1 },
  freshdeskLog: { since: "createdAt", days: 366 },
  notes: "stays",
  replies: "stays",
  synonyms: "stays",
  bulkActions: "stays",
  bulkActionPosts: "stays",
  inboxViews: "stays",
  companies: "stays",
  demandSettings: "stays",
  imports: "stays",
  // Only those of which nothing was imported.
  importUploads: { since: "createdAt", days: 1 },
  importChunks: "stays",
  portalExports: { since: "expiresAt", days: 0 },
  exportChunks: "stays",
  importSources: "stays",
  oldPaths: "stays",
  notifications: "stays",
  // The words of a mail go when it is handed over; one that still waits stays.
  deliveries: { since: "createdAt", days: 90 },
  mailTokens: { since: "createdAt", days: 366 },
  hookMessages: { since: "receivedAt", days: 30 },
  // When a session ends.
  sessions: { since: "expiresAt", days: 0 },
  rateLimits: { since: "expire", days: 0 },
  keptForms: { since: "createdAt", days: 1 / 24 },
  signIns: { since: "createdAt", days: 1 },
  freshdeskReads: "stays",
  // Only those that are settled.
  freshdeskWrites: { since: "settledAt", days: 366 },
  freshdeskSettings: "stays",
  postFigures: "stays",
  searchDocuments: "stays",
  searchWords: "stays",
  wordings: "stays",
  termCounts: "stays",
  wordingTotals: "stays",
};
