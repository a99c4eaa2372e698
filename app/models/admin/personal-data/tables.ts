import type { PgTable } from "drizzle-orm/pg-core";
import type * as schema from "#db/schema";
import type { sections } from "./sections.server";

type Schema = typeof schema;
type TableKey = { [Key in keyof Schema]: Schema[Key] extends PgTable ? Key : never }[keyof Schema];
type SectionName = keyof typeof sections | "profile";

/** A section of what a person downloads of themselves; or why what a table holds is in none. */
type Whereabouts = SectionName | { not: string };

const nobodys = { not: "says nothing of anybody, or only who of the team did it" };
const derived = { not: "worked out of what is here already" };
const doors = { not: "opens a door, or guards one" };
const others = { not: "of customers without an account, or what the team knows of them" };
const passing = { not: "kept for a moment, until it is sent or read" };

/** Where somebody finds what each table holds of them: a new table that is not named here does not compile. */
export const whereabouts = {
  users: "profile",
  posts: "posts",
  bugDetails: "posts",
  comments: "comments",
  revisions: "formerTexts",
  votes: "votes",
  follows: "follows",
  moves: "moves",
  solutionChecks: "didItSolveThis",
  notifications: "notifications",
  deliveries: "mails",
  supporters: "supportRequests",
  subscribers: "subscriptions",
  entries: "changelogEntries",
  notes: "notes",
  sessions: "devices",
  events: { not: "says what happened to what the other sections hold" },
  boards: nobodys,
  boardWatchers: { not: "which boards somebody of the team watches: preferences show it" },
  tags: nobodys,
  numbering: nobodys,
  merges: nobodys,
  roadmaps: nobodys,
  roadmapColumns: nobodys,
  roadmapCards: nobodys,
  roadmapEditions: nobodys,
  entryLabels: nobodys,
  entryPosts: nobodys,
  replies: nobodys,
  synonyms: nobodys,
  bulkActions: nobodys,
  bulkActionPosts: nobodys,
  inboxViews: { not: "filters of the inbox, which it shows" },
  imports: nobodys,
  importUploads: nobodys,
  importChunks: nobodys,
  importSources: nobodys,
  oldPaths: nobodys,
  portalExports: nobodys,
  exportChunks: nobodys,
  demandSettings: nobodys,
  freshdeskSettings: nobodys,
  freshdeskLinks: nobodys,
  freshdeskTickets: others,
  freshdeskLog: others,
  companies: others,
  suppressions: others,
  freshdeskReads: passing,
  freshdeskWrites: passing,
  hookMessages: passing,
  keptForms: passing,
  rateLimits: doors,
  signIns: doors,
  mailTokens: doors,
  postFigures: derived,
  searchDocuments: derived,
  searchWords: derived,
  wordings: derived,
  termCounts: derived,
  wordingTotals: derived,
} satisfies Record<TableKey, Whereabouts>;
