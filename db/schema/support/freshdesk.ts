import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { events } from "../core/events";
import { users } from "../core/users";
import { type PostKind, type PostStatus, posts } from "../feedback/posts";
import { type TicketStatus, ticketMessages, tickets } from "./tickets";

/** How a ticket and a post came together. */
export const freshdeskLinkOrigin = pgEnum("freshdesk_link_origin", [
  /** Somebody of the staff named the ticket on the post. */
  "staff",
  /** An agent pasted the post's address into a note of the ticket. */
  "note",
  /** … into the custom field that is for it. */
  "field",
  /** The post was made from the ticket. */
  "post_made",
  /** The ticket was opened from the post. */
  "ticket_opened",
  /** The ticket took in another one that was linked. */
  "merged",
]);

export type FreshdeskLinkOrigin = (typeof freshdeskLinkOrigin.enumValues)[number];

/** Links between tickets and the posts that they wait for: any number on both sides. */
export const freshdeskLinks = pgTable(
  "freshdesk_links",
  {
    /** Ascending (UUID version 7). */
    id: uuid().primaryKey(),
    postId: uuid()
      .notNull()
      .references(() => posts.id),
    /** The ticket's number in Freshdesk. */
    ticket: integer().notNull(),
    origin: freshdeskLinkOrigin().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Null where nobody here did it. */
    createdBy: uuid().references(() => users.id),
    unlinkedAt: timestamp({ withTimezone: true }),
    unlinkedBy: uuid().references(() => users.id),
  },
  (table) => [
    uniqueIndex("freshdesk_links_standing").on(table.postId, table.ticket).where(sql`unlinked_at is null`),
    index("freshdesk_links_of_ticket").on(table.ticket, table.id),
    index("freshdesk_links_of_post").on(table.postId, table.id),
  ],
);

/** What has become of a ticket in Freshdesk. */
export const freshdeskTicketState = pgEnum("freshdesk_ticket_state", [
  "here",
  "merged",
  "deleted",
  "spam",
  "archived",
  /** The agent of our key may not see it. */
  "hidden",
  "missing",
]);

export type FreshdeskTicketState = (typeof freshdeskTicketState.enumValues)[number];

/** What we last saw of a ticket, as little as the staff need; never what was said in private. */
export const freshdeskTickets = pgTable("freshdesk_tickets", {
  number: integer().primaryKey(),
  /** Null until it has been seen. */
  state: freshdeskTicketState(),
  mergedInto: integer(),
  /** Freshdesk's number; what it means stands in the account's fields. */
  status: integer(),
  subject: text(),
  source: integer(),
  /** Of the contact in Freshdesk. */
  requesterId: text(),
  companyId: text(),
  companyName: text(),
  /** Freshdesk's time of the last update that we know of. */
  updatedAt: timestamp({ withTimezone: true }),
  seenAt: timestamp({ withTimezone: true }),
  /** When it was last asked for by its number, which alone tells archived and forgotten ones. */
  checkedAt: timestamp({ withTimezone: true }),
  /** The status that we have written and not seen yet: when it shows, it is our own echo. */
  expectedStatus: integer(),
  /** What the customer wrote, while somebody makes a post of it; forgotten after a day. */
  text: text(),
  textAt: timestamp({ withTimezone: true }),
});

/** Tickets that are to be read: asked for as often as one likes, read once. */
export const freshdeskReads = pgTable(
  "freshdesk_reads",
  {
    ticket: integer().primaryKey(),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    dueAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    tries: smallint().notNull().default(0),
    /** Somebody is at it until then. */
    leasedUntil: timestamp({ withTimezone: true }),
    /** What the customer wrote is wanted, too. */
    wantsText: boolean().notNull().default(false),
  },
  (table) => [index("freshdesk_reads_due").on(table.dueAt)],
);

export const writeKind = pgEnum("freshdesk_write_kind", [
  /** A private note, for agents. */
  "note",
  /** A public reply, which Freshdesk mails to the requester. */
  "reply",
  /** Status, tags and the custom field. */
  "update",
  /** A new ticket. */
  "create",
  /** A public note: what was said in a ticket of ours. */
  "message",
  "rating",
  "merge",
]);

export type WriteKind = (typeof writeKind.enumValues)[number];

export const writeState = pgEnum("freshdesk_write_state", [
  "queued",
  /** On its way: if nobody is at it any more, it may have arrived or not. */
  "sending",
  /** Its response was lost: it is looked for before it is sent again. */
  "uncertain",
  "done",
  /** Freshdesk will not take it. */
  "refused",
  /** Not sent: there was nothing left to say, or nobody to say it to. */
  "dropped",
]);

export type WriteState = (typeof writeState.enumValues)[number];

/** What a write has to say; the words are made when it is sent. */
export interface WriteData {
  /** The move, or the merge, that it tells of. */
  moveId?: string;
  mergeId?: string;
  /** Set free again, instead of merged. */
  isUndone?: boolean;
  /** Freshdesk's number of the status that the ticket is to have. */
  status?: number;
  /** Whose ticket a new one is. */
  requester?: "support" | "author";
  /** What was said in a ticket of ours. */
  messageId?: string;
  /** What has changed of a ticket of ours; how it stands is read when it is sent. */
  fields?: HandedField[];
  /** The ticket of ours that takes it in. */
  into?: string;
}

export type HandedField = "status" | "priority" | "category";

export type DropReason =
  | "ticket-gone"
  | "link-gone"
  | "post-gone"
  | "post-hidden"
  | "nothing-to-change"
  | "disconnected"
  /** Nobody whose ticket it could be has an address. */
  | "no-requester"
  /** A ticket of ours that is deleted, spam or restricted. */
  | "ticket-withheld";

/** A field that Freshdesk refused, and why. */
export interface WriteProblem {
  field: string | null;
  code: string | null;
  message: string;
}

/** The queue of writes to Freshdesk, each sent once. */
export const freshdeskWrites = pgTable(
  "freshdesk_writes",
  {
    /** The stamp by which a write is found again in Freshdesk. */
    id: uuid().primaryKey(),
    /** What it follows from; null for what was asked for by hand. */
    eventId: bigint({ mode: "number" }).references(() => events.id),
    postId: uuid().references(() => posts.id),
    /** The ticket of ours that it is about. */
    ticketId: uuid().references(() => tickets.id, { onDelete: "cascade" }),
    /** Null for a new ticket until Freshdesk has given it a number. */
    ticket: integer(),
    kind: writeKind().notNull(),
    data: jsonb().$type<WriteData>().notNull().default({}),
    state: writeState().notNull().default("queued"),
    attempts: integer().notNull().default(0),
    dueAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Who is at it, until when. */
    leaseId: uuid(),
    leasedUntil: timestamp({ withTimezone: true }),
    /** When it first went out: from then on it may be there. */
    attemptedAt: timestamp({ withTimezone: true }),
    /** Freshdesk's id of the note, or the number of the ticket. */
    remoteId: text(),
    /** What Freshdesk last had to say about it, in its own words; fit for an administrator. */
    response: text("answer"),
    /** Why we did not send it: a name in the catalogue. */
    reason: text().$type<DropReason>(),
    problems: jsonb().$type<WriteProblem[]>().notNull().default([]),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    settledAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex("freshdesk_writes_once").on(table.eventId, sql`coalesce(ticket, 0)`, table.kind),
    index("freshdesk_writes_open").on(table.dueAt).where(sql`state in ('queued', 'sending', 'uncertain')`),
    index("freshdesk_writes_waiting").on(table.createdAt).where(sql`state in ('queued', 'sending', 'uncertain')`),
    index("freshdesk_writes_of_ticket").on(table.ticket, table.id),
    index("freshdesk_writes_of_ours").on(table.ticketId, table.id).where(sql`ticket_id is not null`),
    index("freshdesk_writes_by_state").on(table.state, table.id),
    index("freshdesk_writes_settled").on(table.state, table.settledAt).where(sql`settled_at is not null`),
  ],
);

/** A field of the account's tickets, as Freshdesk describes it. */
export interface AccountField {
  name: string;
  label: string;
  type: string;
  isCustom: boolean;
  isRequired: boolean;
  choices: { value: string | number; label: string }[];
}

/** Where a post goes by itself when all its tickets are solved, or one of them is opened again. */
export interface FreshdeskRules {
  solved?: Partial<Record<PostKind, PostStatus>>;
  reopened?: Partial<Record<PostKind, PostStatus>>;
}

/** Which tickets of ours go to Freshdesk. */
export const freshdeskDesk = pgEnum("freshdesk_desk", [
  "off",
  /** Those of chosen categories. */
  "some",
  /** All: Freshdesk is the desk. */
  "all",
]);

export type FreshdeskDesk = (typeof freshdeskDesk.enumValues)[number];

/** What a category is called in Freshdesk. */
export interface DeskCategory {
  /** Its tickets go there, where not all do. */
  goes?: boolean;
  type?: string;
  group?: number;
}

/** How this portal and its Freshdesk go together; one row, from the first time that anybody asks. */
export const freshdeskSettings = pgTable(
  "freshdesk_settings",
  {
    id: smallint().primaryKey().default(1),
    /** Nothing goes out and nothing is read until it goes on. */
    pausedAt: timestamp({ withTimezone: true }),
    /** Disconnected: nothing is even queued. */
    disconnectedAt: timestamp({ withTimezone: true }),
    /** Which status a ticket gets when its post moves; those that are missing leave it alone. */
    statusMap: jsonb().$type<Partial<Record<PostStatus, number>>>().notNull().default({}),
    setsTags: boolean().notNull().default(true),
    /** The name of the custom field for the post's address, such as `cf_portal_post`. */
    addressField: text(),
    /** Look for addresses of posts in the notes of tickets that were updated. */
    looksInNotes: boolean().notNull().default(true),
    rules: jsonb().$type<FreshdeskRules>().notNull().default({}),
    /** In whose name rules move posts: whoever set them. */
    rulesBy: uuid().references(() => users.id),
    desk: freshdeskDesk().notNull().default("off"),
    /** Since when tickets go there. */
    deskSince: timestamp({ withTimezone: true }),
    /** By the categories' ids. */
    deskCategories: jsonb().$type<Record<string, DeskCategory>>().notNull().default({}),
    /** Freshdesk's status for ours; the usual one for those that are missing. */
    deskStatuses: jsonb().$type<Partial<Record<TicketStatus, number>>>().notNull().default({}),
    /** The name of the custom field for the numbers of our tickets. */
    numberField: text(),
    /** Ratings of before that have been seen. */
    ratedUpTo: timestamp({ withTimezone: true }),
    /** Everything updated before that has been seen: ordinary tickets, deleted ones, spam. */
    updatedUpTo: timestamp({ withTimezone: true }),
    deletedUpTo: timestamp({ withTimezone: true }),
    spamUpTo: timestamp({ withTimezone: true }),
    /** When a whole pass was last through. */
    reconciledAt: timestamp({ withTimezone: true }),
    /** When Freshdesk last answered as it should. */
    lastOkAt: timestamp({ withTimezone: true }),
    lastError: text(),
    lastErrorAt: timestamp({ withTimezone: true }),
    /** Since when the key is refused. */
    brokenAt: timestamp({ withTimezone: true }),
    /** Whose key it is, and the account's fields; read from time to time and when somebody asks. */
    agentName: text(),
    fields: jsonb().$type<AccountField[]>(),
    fieldsAt: timestamp({ withTimezone: true }),
  },
  () => [check("freshdesk_settings_one", sql`id = 1`)],
);

/** Tickets of ours that are handed over to Freshdesk. */
export const freshdeskHandovers = pgTable(
  "freshdesk_handovers",
  {
    ticketId: uuid()
      .primaryKey()
      .references(() => tickets.id, { onDelete: "cascade" }),
    /** Null until Freshdesk has given it one. */
    number: integer(),
    /** Of the contact in Freshdesk. */
    requesterId: text(),
    /** What has become of it there; null until it has been seen. */
    state: freshdeskTicketState(),
    mergedInto: integer(),
    /** The status there that we have last seen or written. */
    status: integer(),
    /** Freshdesk's time of the last update that we know of, and when we asked. */
    updatedAt: timestamp({ withTimezone: true }),
    seenAt: timestamp({ withTimezone: true }),
    /** What was said there before is not of this ticket: it went on in another one. */
    hearsFrom: timestamp({ withTimezone: true }),
    /** The last event of which what follows for Freshdesk is queued. */
    syncedTo: bigint({ mode: "number" }).notNull().default(0),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex("freshdesk_handovers_by_number").on(table.number)],
);

/** What was said in tickets on both sides: it is told neither side again. */
export const freshdeskMessages = pgTable(
  "freshdesk_messages",
  {
    /** Freshdesk's id of the note or reply. */
    remoteId: text().primaryKey(),
    messageId: uuid()
      .notNull()
      .references(() => ticketMessages.id, { onDelete: "cascade" }),
  },
  (table) => [index("freshdesk_messages_of_ours").on(table.messageId)],
);

/** The log of what was sent to tickets and seen of them, for people to read. */
export const freshdeskLog = pgTable(
  "freshdesk_log",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    ticket: integer().notNull(),
    /** The post that it is about; null where it concerns all that are linked to the ticket. */
    postId: uuid().references(() => posts.id),
    /** A name in the catalogue, with what to fill in; the list stands in app/models/support/freshdesk/log.ts. */
    kind: text().notNull(),
    params: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("freshdesk_log_of_ticket").on(table.ticket, table.id)],
);
