import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { TextsByLanguage } from "../core/texts-by-language";
import { users } from "../core/users";
import { posts } from "../feedback/posts";

export const ticketStatus = pgEnum("ticket_status", ["open", "in_progress", "waiting", "resolved", "closed"]);

export type TicketStatus = (typeof ticketStatus.enumValues)[number];

/** In the order in which the queue has them: an index sorts by it. */
export const ticketPriority = pgEnum("ticket_priority", ["urgent", "high", "medium", "low"]);

export type TicketPriority = (typeof ticketPriority.enumValues)[number];

/** How what was promised stands: the worst of what is owed. */
export const ticketPromise = pgEnum("ticket_promise", ["kept", "at_risk", "breached"]);

export type TicketPromise = (typeof ticketPromise.enumValues)[number];

/** By which way a ticket or a message came. */
export const ticketSource = pgEnum("ticket_source", ["page", "mail", "api", "staff", "freshdesk"]);

export type TicketSource = (typeof ticketSource.enumValues)[number];

/** What tickets are about. Those that every portal begins with have a key, and the catalogues of words name them. */
export const ticketCategories = pgTable(
  "ticket_categories",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Such as `bug_report`; null for those that the team has added. */
    key: text().unique(),
    /** By language; where it has none in the reader's, the catalogues name it. */
    names: jsonb().$type<TextsByLanguage>().notNull().default({}),
    /** What a ticket of it begins with. */
    usualPriority: ticketPriority().notNull(),
    /** By language, what the text of a ticket begins with: what agents would have to ask anyway. Markdown. */
    templates: jsonb().$type<TextsByLanguage>().notNull().default({}),
    position: integer().notNull(),
    /** Since when nobody can choose it any more. */
    archivedAt: timestamp({ withTimezone: true }),
  },
  () => [check("ticket_categories_named", sql`key is not null or names <> '{}'`)],
);

/** One person's question to the support team. */
export const tickets = pgTable(
  "tickets",
  {
    /** Made by the client, so that a form sent twice makes one ticket. */
    id: uuid().primaryKey(),
    /** With `serial` its number: `ST-2026-0001`. */
    year: smallint().notNull(),
    serial: integer().notNull(),
    subject: text().notNull(),
    status: ticketStatus().notNull().default("open"),
    priority: ticketPriority().notNull(),
    categoryId: integer()
      .notNull()
      .references(() => ticketCategories.id),
    /** Who opened it, signed in: its requester, or who of the team did it for them. */
    openedBy: uuid().references(() => users.id),
    assigneeId: uuid().references(() => users.id),
    /** L1 to L4. */
    tier: smallint().notNull().default(1),
    source: ticketSource().notNull(),
    /** Of the requester's address, where it says which company they are of. */
    domain: text(),
    /** What the requester is spoken to in. */
    language: text().notNull(),
    /** Words of the team's own, lower case. */
    tags: text().array().notNull().default([]),
    /** L4 and the assignee alone read it. */
    isRestricted: boolean().notNull().default(false),
    /** The ticket in which this one is read on. */
    mergedInto: uuid().references((): AnyPgColumn => tickets.id),
    /** The closed ticket whose requester wrote again. */
    follows: uuid().references((): AnyPgColumn => tickets.id, { onDelete: "set null" }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When something was last said to or by the requester. */
    spokenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Since when the requester waits for an answer; null while they do not. */
    unansweredSince: timestamp({ withTimezone: true }),
    firstAnsweredAt: timestamp({ withTimezone: true }),
    resolvedAt: timestamp({ withTimezone: true }),
    closedAt: timestamp({ withTimezone: true }),
    reopenCount: integer().notNull().default(0),
    /** The earliest time that is owed (./promises); null where none is, or its clock stands. */
    dueAt: timestamp({ withTimezone: true }),
    promise: ticketPromise(),
    spamAt: timestamp({ withTimezone: true }),
    deletedAt: timestamp({ withTimezone: true }),
    /** What the requester thinks of it in the end: 1 to 5. */
    rating: smallint(),
    ratingText: text().notNull().default(""),
    ratedAt: timestamp({ withTimezone: true }),
    /** Of what made it (app/models/core/settle-id.server.ts). */
    fingerprint: text(),
  },
  (table) => {
    const isListed = sql`deleted_at is null and spam_at is null and merged_into is null`;
    const isUnderWay = sql`${isListed} and status in ('open', 'in_progress', 'waiting')`;
    return [
      uniqueIndex("tickets_by_number").on(table.year, table.serial),
      // The queue, as it is looked at: what is under way, in each of its orders.
      index("tickets_newest").on(table.createdAt, table.id).where(isUnderWay),
      index("tickets_unanswered").on(sql`coalesce(unanswered_since, 'infinity')`, table.id).where(isUnderWay),
      index("tickets_urgent").on(table.priority, table.createdAt, table.id).where(isUnderWay),
      index("tickets_due").on(sql`coalesce(due_at, 'infinity')`, table.id).where(isUnderWay),
      index("tickets_by_promise")
        .on(table.promise, sql`coalesce(due_at, 'infinity')`, table.id)
        .where(sql`${isUnderWay} and promise <> 'kept'`),
      // And all of it, in the same orders and by what few of many have in common.
      index("tickets_all").on(table.createdAt, table.id).where(isListed),
      index("tickets_all_unanswered").on(sql`coalesce(unanswered_since, 'infinity')`, table.id).where(isListed),
      index("tickets_all_due").on(sql`coalesce(due_at, 'infinity')`, table.id).where(isListed),
      index("tickets_all_urgent").on(table.priority, table.createdAt, table.id).where(isListed),
      index("tickets_by_status").on(table.status, table.createdAt, table.id).where(isListed),
      index("tickets_by_category").on(table.categoryId, table.createdAt, table.id).where(isListed),
      index("tickets_by_assignee").on(table.assigneeId, table.createdAt, table.id).where(isListed),
      index("tickets_by_domain").on(table.domain, table.createdAt, table.id).where(isListed),
      index("tickets_by_tag").using("gin", table.tags).where(isListed),
      index("tickets_by_subject").using("gin", sql`to_tsvector('simple', subject)`),
      index("tickets_merged").on(table.mergedInto).where(sql`merged_into is not null`),
      index("tickets_followed").on(table.follows).where(sql`follows is not null`),
      index("tickets_put_away")
        .on(sql`coalesce(deleted_at, spam_at)`)
        .where(sql`deleted_at is not null or spam_at is not null`),
      index("tickets_all_resolved").on(table.resolvedAt).where(sql`${isListed} and resolved_at is not null`),
      index("tickets_all_rated").on(table.ratedAt).where(sql`${isListed} and rated_at is not null`),
      index("tickets_resolved").on(table.resolvedAt).where(sql`status = 'resolved'`),
      check("tickets_tier", sql`tier between 1 and 4`),
      check("tickets_rating", sql`rating between 1 and 5`),
    ];
  },
);

export const ticketRole = pgEnum("ticket_role", ["requester", "copy"]);

export type TicketRole = (typeof ticketRole.enumValues)[number];

/** Who reads a ticket and writes in it beside the team: whose it is, and whom they have added. */
export const ticketPeople = pgTable(
  "ticket_people",
  {
    /** What links and reply addresses are made of, with the server's secret (app/models/support/tickets/keys.server.ts). */
    id: uuid().primaryKey(),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    role: ticketRole().notNull(),
    /** Whoever has an account; of others, their address is known. */
    userId: uuid().references(() => users.id),
    /** Lower case. */
    email: text(),
    name: text().notNull().default(""),
    language: text().notNull(),
    /** Raised where a link is revoked: it opens nothing any more. */
    keyVersion: smallint().notNull().default(1),
    /** When they last read it. */
    seenAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    removedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("ticket_people_of_ticket").on(table.ticketId),
    uniqueIndex("ticket_requester").on(table.ticketId).where(sql`role = 'requester'`),
    index("ticket_people_by_user").on(table.userId, table.ticketId).where(sql`user_id is not null`),
    index("ticket_people_by_email").on(table.email, table.ticketId).where(sql`email is not null`),
    check("ticket_people_somebody", sql`num_nonnulls(user_id, email) >= 1`),
  ],
);

/**
 * `message`: to or from the requester. `note`: the team alone sees it. `held`: came by mail from somebody who is not of
 * the ticket's people; the team sees it, and lets it in or throws it away.
 */
export const ticketMessageKind = pgEnum("ticket_message_kind", ["message", "note", "held"]);

export type TicketMessageKind = (typeof ticketMessageKind.enumValues)[number];

/** What was said in a ticket. Nobody edits it. */
export const ticketMessages = pgTable(
  "ticket_messages",
  {
    /** Made by the client, so that a form sent twice makes one message. */
    id: uuid().primaryKey(),
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    kind: ticketMessageKind().notNull(),
    /** Who of the team wrote it; or who of the ticket's people did. Neither: the program. */
    agentId: uuid().references(() => users.id),
    personId: uuid().references(() => ticketPeople.id, { onDelete: "set null" }),
    source: ticketSource().notNull(),
    bodyMarkdown: text().notNull(),
    bodyHtml: text().notNull(),
    htmlVersion: smallint().notNull(),
    /** What a mail quoted, and its signature: folded away, not lost. Plain text. */
    quoted: text().notNull().default(""),
    /** Names of files that came with the mail and were not taken. */
    leftOut: text().array().notNull().default([]),
    /** Of a mail that is held: who sent it. The name also of an agent who answered in Freshdesk. */
    sender: text(),
    senderName: text().notNull().default(""),
    /** The address outside that a note was sent to: it says what went there. */
    forwardedTo: text(),
    /** The message of another ticket that this one repeats: it was split off from there. */
    splitFrom: uuid().references((): AnyPgColumn => ticketMessages.id, { onDelete: "set null" }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    fingerprint: text(),
  },
  (table) => [
    index("ticket_messages_of_ticket").on(table.ticketId, table.createdAt, table.id),
    index("ticket_messages_by_html").on(table.htmlVersion),
    index("ticket_messages_by_agent").on(table.agentId).where(sql`agent_id is not null`),
    index("ticket_messages_by_person").on(table.personId).where(sql`person_id is not null`),
    index("ticket_messages_by_words").using("gin", sql`to_tsvector('simple', left(body_markdown, 100000))`),
    index("ticket_messages_held").on(table.ticketId).where(sql`kind = 'held'`),
    uniqueIndex("ticket_messages_split").on(table.splitFrom).where(sql`split_from is not null`),
    check("ticket_messages_by_one", sql`num_nonnulls(agent_id, person_id) <= 1`),
    check("ticket_notes_by_agents", sql`kind <> 'note' or person_id is null`),
    check("ticket_notes_forwarded", sql`kind = 'note' or forwarded_to is null`),
  ],
);

export const ticketPostOrigin = pgEnum("ticket_post_origin", ["linked", "post_made"]);

/** Whether the post was there already, or was made of the ticket. */
export type TicketPostOrigin = (typeof ticketPostOrigin.enumValues)[number];

/** Posts that tickets are about. */
export const ticketPosts = pgTable(
  "ticket_posts",
  {
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    origin: ticketPostOrigin().notNull().default("linked"),
    linkedBy: uuid()
      .notNull()
      .references(() => users.id),
    linkedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.ticketId, table.postId] }), index("ticket_posts_of_post").on(table.postId)],
);

/** Who of the team is writing in a ticket right now. The table is unlogged: a row is good for seconds. */
export const ticketWriters = pgTable(
  "ticket_writers",
  {
    ticketId: uuid()
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    until: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.ticketId, table.userId] }), index("ticket_writers_until").on(table.until)],
);
