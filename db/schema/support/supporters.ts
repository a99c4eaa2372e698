import { sql } from "drizzle-orm";
import { index, pgEnum, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "../core/users";
import { posts } from "../feedback/posts";

export const supporterState = pgEnum("supporter_state", [
  /** Not asked yet. */
  "waiting",
  "asked",
  /** Follows the post, with an account. */
  "agreed",
  /** Counts no more and is not asked again. */
  "declined",
  /** Counts, and cannot be asked: no address, or none that we may mail. */
  "unreachable",
  /** No customer: an agent, somebody of the team, or a contact that is gone. */
  "nobody",
  /** Was asked, and has no ticket on the post any more. */
  "lapsed",
]);

export type SupporterState = (typeof supporterState.enumValues)[number];

/**
 * A customer whose ticket waits for a post, once for each post, and what they said when we asked. Whether they count
 * follows from the tickets themselves (app/models/support/supporters/waiting.server.ts), so no row here can
 * outlive its tickets unnoticed.
 */
export const supporters = pgTable(
  "supporters",
  {
    id: uuid().primaryKey(),
    /** The post that the ticket is linked to: an original counts those of its duplicates, too. */
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    /** Freshdesk's id of the contact; its hash where only "not again" has to be remembered. */
    contactId: text().notNull(),
    state: supporterState().notNull().default("waiting"),
    /** Lower case; only from asking to the decision. */
    email: text(),
    /** Stays, so that the same person is asked once for each post and seldom altogether. */
    emailHash: text(),
    /** Freshdesk's, such as `de`. */
    language: text(),
    /** The account of that address. */
    userId: uuid().references(() => users.id, { onDelete: "set null" }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When to look again whether they can be asked. */
    dueAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    askedAt: timestamp({ withTimezone: true }),
    decidedAt: timestamp("answered_at", { withTimezone: true }),
  },
  (table) => [
    uniqueIndex("supporters_once").on(table.postId, table.contactId),
    index("supporters_due").on(table.dueAt).where(sql`state = 'waiting'`),
    index("supporters_by_hash").on(table.emailHash, table.askedAt).where(sql`email_hash is not null`),
    index("supporters_by_user").on(table.userId).where(sql`user_id is not null`),
    index("supporters_by_address").on(table.email).where(sql`email is not null`),
  ],
);
