import type { PgTable } from "drizzle-orm/pg-core";
import type * as schema from "#db/schema";
import type { sections } from "./personal-data/sections.server";

type Schema = typeof schema;
export type TableKey = { [Key in keyof Schema]: Schema[Key] extends PgTable ? Key : never }[keyof Schema];

/** How much of a table an export of the portal has. */
export type Exported = "whole" | { without: string[]; because: string } | { leftOut: string };

/**
 * `stays`: as long as the portal, or the account that it belongs to. Otherwise how long after the moment in that column
 * a row is deleted (forget-old.server.ts); where only some are, or more goes with them, by a command of the noun.
 */
export type Kept = "stays" | { since: string; days: number; only?: string };

/** The section of what a person downloads of themselves that shows it; or why what it holds is in none. */
type Personal = keyof typeof sections | "profile" | { not: string };

interface Row {
  exported: Exported;
  kept: Kept;
  personal: Personal;
}

const nobodys = { not: "says nothing of anybody, or only who of the team did it" };
const derived = { not: "worked out of what is here already" };
const doors = { not: "opens a door, or guards one" };
const others = { not: "of customers without an account, or what the team knows of them" };
const passing = { not: "kept for a moment, until it is sent or read" };

/**
 * What becomes of the rows of each table: a new one that is not named here does not compile. A test ages every one of
 * them, and an export is made of what stands here.
 */
export const tables = {
  users: { exported: "whole", kept: "stays", personal: "profile" },
  settings: { exported: "whole", kept: "stays", personal: nobodys },
  boards: { exported: "whole", kept: "stays", personal: nobodys },
  boardGuests: {
    exported: "whole",
    kept: "stays",
    personal: { not: "which boards the team has invited somebody to: the list shows them" },
  },
  boardWatchers: {
    exported: "whole",
    kept: "stays",
    personal: { not: "which boards somebody of the team watches: preferences show it" },
  },
  tags: { exported: "whole", kept: "stays", personal: nobodys },
  numbering: { exported: "whole", kept: "stays", personal: nobodys },
  posts: { exported: "whole", kept: "stays", personal: "posts" },
  bugDetails: { exported: "whole", kept: "stays", personal: "posts" },
  votes: { exported: "whole", kept: "stays", personal: "votes" },
  follows: { exported: "whole", kept: "stays", personal: "follows" },
  comments: { exported: "whole", kept: "stays", personal: "comments" },
  attachments: {
    exported: "whole",
    kept: { since: "createdAt", days: 1, only: "those that belong to nothing" },
    personal: "files",
  },
  moves: { exported: "whole", kept: "stays", personal: "moves" },
  merges: { exported: "whole", kept: "stays", personal: nobodys },
  solutionChecks: { exported: "whole", kept: "stays", personal: "didItSolveThis" },
  revisions: { exported: "whole", kept: "stays", personal: "formerTexts" },
  events: {
    exported: { without: ["transaction_id"], because: "transactions of another database, all of them over" },
    kept: "stays",
    personal: { not: "says what happened to what the other sections hold" },
  },
  roadmaps: { exported: "whole", kept: "stays", personal: nobodys },
  roadmapColumns: { exported: "whole", kept: "stays", personal: nobodys },
  roadmapCards: { exported: "whole", kept: "stays", personal: nobodys },
  roadmapEditions: { exported: "whole", kept: "stays", personal: nobodys },
  entryLabels: { exported: "whole", kept: "stays", personal: nobodys },
  entries: { exported: "whole", kept: "stays", personal: "changelogEntries" },
  entryPosts: { exported: "whole", kept: "stays", personal: nobodys },
  helpSections: { exported: "whole", kept: "stays", personal: nobodys },
  articles: { exported: "whole", kept: "stays", personal: "articles" },
  articleTexts: { exported: "whole", kept: "stays", personal: "articles" },
  articleVersions: { exported: "whole", kept: "stays", personal: "articles" },
  articleImports: {
    exported: { leftOut: "what has been brought is among the articles" },
    kept: { since: "createdAt", days: 90 },
    personal: nobodys,
  },
  articleDrafts: { exported: "whole", kept: "stays", personal: "articles" },
  articleRedirects: { exported: "whole", kept: "stays", personal: nobodys },
  articleJudgements: { exported: "whole", kept: "stays", personal: "articleJudgements" },
  articleReads: { exported: "whole", kept: "stays", personal: nobodys },
  articlePopularity: { exported: "whole", kept: "stays", personal: nobodys },
  searches: {
    exported: { leftOut: "counts what was searched for, without anybody in it" },
    kept: { since: "day", days: 90 },
    personal: nobodys,
  },
  subscribers: {
    exported: "whole",
    kept: { since: "askedAt", days: 7, only: "those whose address has not said yes" },
    personal: "subscriptions",
  },
  suppressions: { exported: "whole", kept: "stays", personal: others },
  ticketCategories: { exported: "whole", kept: "stays", personal: nobodys },
  ticketRules: { exported: "whole", kept: "stays", personal: nobodys },
  supportSchedules: { exported: "whole", kept: "stays", personal: nobodys },
  supportPolicies: { exported: "whole", kept: "stays", personal: nobodys },
  supportTiers: { exported: "whole", kept: "stays", personal: nobodys },
  supportTierMembers: { exported: "whole", kept: "stays", personal: nobodys },
  reportReaders: { exported: "whole", kept: "stays", personal: nobodys },
  supportVips: { exported: "whole", kept: "stays", personal: others },
  ticketTargets: { exported: "whole", kept: "stays", personal: nobodys },
  promiseRenewal: {
    exported: { leftOut: "how far a change has come in this database" },
    kept: "stays",
    personal: nobodys,
  },
  learnedTickets: { exported: "whole", kept: "stays", personal: derived },
  learnedCategories: { exported: "whole", kept: "stays", personal: nobodys },
  learnedTerms: { exported: "whole", kept: "stays", personal: nobodys },
  learnedKinds: { exported: "whole", kept: "stays", personal: nobodys },
  tickets: {
    exported: "whole",
    kept: { since: "deletedAt", days: 30, only: "those that were deleted or spam" },
    personal: "tickets",
  },
  ticketPeople: { exported: "whole", kept: "stays", personal: "tickets" },
  ticketMessages: { exported: "whole", kept: "stays", personal: "ticketMessages" },
  incomingMails: {
    exported: { leftOut: "mails as they came, which their tickets have" },
    kept: { since: "receivedAt", days: 90, only: "those that are read" },
    personal: others,
  },
  escalationRequests: { exported: "whole", kept: "stays", personal: "tickets" },
  escalations: { exported: "whole", kept: "stays", personal: nobodys },
  pages: { exported: "whole", kept: "stays", personal: nobodys },
  ticketPosts: { exported: "whole", kept: "stays", personal: nobodys },
  ticketSuggestions: {
    exported: { leftOut: "counts what came of suggestions, without anybody in it" },
    kept: { since: "startedAt", days: 90 },
    personal: nobodys,
  },
  ticketWriters: {
    exported: { leftOut: "who is writing right now" },
    kept: { since: "until", days: 0 },
    personal: passing,
  },
  supporters: { exported: "whole", kept: "stays", personal: "supportRequests" },
  freshdeskLinks: { exported: "whole", kept: "stays", personal: nobodys },
  freshdeskTickets: {
    exported: { without: ["text", "text_at"], because: "a customer's words, kept for a day only" },
    // What customers wrote goes after a day from all.
    kept: { since: "seenAt", days: 1, only: "those that no post is linked with" },
    personal: others,
  },
  // Whole, so that a portal that was restored hands no ticket over a second time.
  freshdeskHandovers: { exported: "whole", kept: "stays", personal: others },
  freshdeskMessages: { exported: "whole", kept: "stays", personal: nobodys },
  freshdeskLog: { exported: "whole", kept: { since: "createdAt", days: 366 }, personal: others },
  notes: { exported: "whole", kept: "stays", personal: "notes" },
  savedReplies: { exported: "whole", kept: "stays", personal: nobodys },
  synonyms: { exported: "whole", kept: "stays", personal: nobodys },
  bulkActions: { exported: "whole", kept: "stays", personal: nobodys },
  bulkActionPosts: { exported: "whole", kept: "stays", personal: nobodys },
  bulkActionTickets: { exported: "whole", kept: "stays", personal: nobodys },
  inboxViews: { exported: "whole", kept: "stays", personal: { not: "filters of the inbox, which it shows" } },
  companies: { exported: "whole", kept: "stays", personal: others },
  figureSettings: {
    exported: { without: ["counted_before"], because: "a transaction of another database" },
    kept: "stays",
    personal: nobodys,
  },
  imports: { exported: "whole", kept: "stays", personal: nobodys },
  importUploads: {
    exported: { leftOut: "files on their way in, and what was found in them" },
    kept: { since: "createdAt", days: 1, only: "those of which nothing was imported" },
    personal: nobodys,
  },
  importChunks: { exported: { leftOut: "files on their way in" }, kept: "stays", personal: nobodys },
  portalExports: {
    exported: { leftOut: "exports of this portal" },
    kept: { since: "expiresAt", days: 0, only: "with what they hold" },
    personal: nobodys,
  },
  exportChunks: { exported: { leftOut: "exports of this portal" }, kept: "stays", personal: nobodys },
  importSources: { exported: "whole", kept: "stays", personal: nobodys },
  oldPaths: { exported: "whole", kept: "stays", personal: nobodys },
  notifications: {
    exported: {
      without: ["mail_form", "mail_due_at", "delivery_id"],
      because: "a portal that was restored mails nobody a second time",
    },
    kept: "stays",
    personal: "notifications",
  },
  deliveries: {
    exported: { leftOut: "mails and their texts" },
    // The words of a mail go when it is handed over.
    kept: { since: "createdAt", days: 90, only: "those that do not wait any more" },
    personal: "mails",
  },
  mailTokens: {
    // Their hashes, which are no secrets: links in mails that are out, above all those that end mails, outlive a move.
    exported: "whole",
    kept: { since: "createdAt", days: 366 },
    personal: doors,
  },
  hookMessages: {
    exported: { leftOut: "messages of services that are dealt with" },
    kept: { since: "receivedAt", days: 30 },
    personal: passing,
  },
  invitations: {
    exported: { without: ["delivery_id"], because: "mails are not taken along" },
    kept: { since: "expiresAt", days: 30 },
    personal: others,
  },
  sessions: {
    exported: { leftOut: "secrets: who is signed in" },
    // When a session ends.
    kept: { since: "expiresAt", days: 0 },
    personal: "devices",
  },
  /** Public to the services that they are of: no secrets, and the portal that is restored knows its people by them. */
  identities: { exported: "whole", kept: "stays", personal: "identities" },
  /** Their public halves, which open nothing. */
  passkeys: { exported: "whole", kept: "stays", personal: "passkeys" },
  personalTokens: {
    exported: { leftOut: "secrets: by what programs act for somebody" },
    kept: { since: "expiresAt", days: 30 },
    personal: "accessTokens",
  },
  usedTokens: {
    exported: { leftOut: "tokens that are good no more" },
    kept: { since: "expiresAt", days: 0 },
    personal: doors,
  },
  rateLimits: {
    exported: { leftOut: "counts of the last minutes" },
    kept: { since: "expire", days: 0 },
    personal: doors,
  },
  keptForms: {
    exported: { leftOut: "what somebody sent who has to sign in first" },
    kept: { since: "createdAt", days: 1 / 24 },
    personal: passing,
  },
  sentForms: {
    exported: { leftOut: "forms that may come a second time" },
    kept: { since: "sentAt", days: 7 },
    personal: passing,
  },
  signIns: {
    exported: { leftOut: "secrets: who is about to sign in" },
    kept: { since: "createdAt", days: 1 },
    personal: doors,
  },
  freshdeskReads: { exported: { leftOut: "a queue" }, kept: "stays", personal: passing },
  freshdeskWrites: {
    exported: { leftOut: "a queue" },
    // Only those that are settled.
    kept: { since: "settledAt", days: 366 },
    personal: passing,
  },
  freshdeskSettings: {
    exported: { leftOut: "settings of a connection: two portals must not write to one account" },
    kept: "stays",
    personal: nobodys,
  },
  postFigures: { exported: { leftOut: "derived: counted anew" }, kept: "stays", personal: derived },
  deskFigures: { exported: { leftOut: "derived: counted anew" }, kept: "stays", personal: derived },
  searchDocuments: { exported: { leftOut: "derived: built anew" }, kept: "stays", personal: derived },
  searchTerms: { exported: { leftOut: "derived: built anew" }, kept: "stays", personal: derived },
  wordings: { exported: { leftOut: "derived: built anew" }, kept: "stays", personal: derived },
  termCounts: { exported: { leftOut: "derived: built anew" }, kept: "stays", personal: derived },
  wordingTotals: { exported: { leftOut: "derived: built anew" }, kept: "stays", personal: derived },
} satisfies Record<TableKey, Row>;
