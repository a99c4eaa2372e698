import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { aboutOne } from "../../columns/subject";
import { events } from "../core/events";
import { users } from "../core/users";
import { entries } from "../feedback/changelog";
import { posts } from "../feedback/posts";
import { roadmapEditions } from "../feedback/roadmaps";
import { incomingMails } from "../support/incoming-mails";
import { pages } from "../support/pages";
import { supporters } from "../support/supporters";
import { ticketMessages, ticketPeople, tickets } from "../support/tickets";
import { subscribers } from "./subscribers";

/** Why somebody is told. */
export const notificationReason = pgEnum("notification_reason", [
  "author",
  "voter",
  "commenter",
  "follower",
  "replied",
  "mentioned",
  "watcher",
]);

export type NotificationReason = (typeof notificationReason.enumValues)[number];

/** How a notification goes by mail: one of its own, or with others of the same person. */
export const mailForm = pgEnum("mail_form", ["single", "bundle", "digest"]);

export type MailForm = (typeof mailForm.enumValues)[number];

/** One event, one person. In the app at once; by mail when and how the person wants it. */
export const notifications = pgTable(
  "notifications",
  {
    /** Ascending (UUID version 7). */
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    eventId: bigint({ mode: "number" })
      .notNull()
      .references(() => events.id),
    postId: uuid().references(() => posts.id, { onDelete: "cascade" }),
    ticketId: uuid().references(() => tickets.id, { onDelete: "cascade" }),
    reason: notificationReason().notNull(),
    /** When the person posted, voted, commented or followed. */
    since: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    readAt: timestamp({ withTimezone: true }),
    /** Null where no mail is wanted. */
    mailForm: mailForm(),
    mailDueAt: timestamp({ withTimezone: true }),
    /** The mail that carries it, once there is one. */
    deliveryId: uuid().references(() => deliveries.id, { onDelete: "set null" }),
  },
  (table) => [
    uniqueIndex("notifications_of_event").on(table.eventId, table.userId),
    index("notifications_of_user").on(table.userId, table.id),
    index("notifications_unread").on(table.userId, table.id).where(sql`read_at is null`),
    index("notifications_due").on(table.mailDueAt).where(sql`mail_form is not null and delivery_id is null`),
    index("notifications_pending")
      .on(table.userId, table.mailForm)
      .where(sql`mail_form is not null and delivery_id is null`),
    index("notifications_of_delivery").on(table.deliveryId),
    index("notifications_of_ticket").on(table.ticketId).where(sql`ticket_id is not null`),
    aboutOne("notifications", table.postId, table.ticketId),
  ],
);

export const deliveryStatus = pgEnum("delivery_status", [
  "queued",
  /** The provider took it. */
  "accepted",
  /** The recipient's server took it. */
  "delivered",
  "bounced",
  "complained",
  /** Not sent: mail to this address bounced for good, or its owner complained. */
  "suppressed",
  /** Not sent: the person wanted no more of it by the time it was its turn. */
  "skipped",
  /** The provider refused it for good. */
  "failed",
]);

export type DeliveryStatus = (typeof deliveryStatus.enumValues)[number];

export const deliveryKind = pgEnum("delivery_kind", [
  "sign-in",
  "move",
  "comments",
  "digest",
  "merge",
  "post",
  "test",
  "consent",
  "entry",
  "subscription",
  "export",
  "roadmap",
  "invitation",
  "identity",
  "ticket-received",
  "ticket-answer",
  "ticket-resolved",
  "ticket-news",
  "comment-refused",
  "ticket-forward",
  "page-failed",
  "ticket-alert",
  "weekly-report",
  "article-due",
]);

export type DeliveryKind = (typeof deliveryKind.enumValues)[number];

/** A mail to one person, and what became of it. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: uuid().primaryKey(),
    kind: deliveryKind().notNull(),
    userId: uuid().references(() => users.id, { onDelete: "set null" }),
    /** The customer who is asked; there in mails of consent. */
    supporterId: uuid().references(() => supporters.id, { onDelete: "set null" }),
    /** What it tells subscribers of; null once that is deleted. */
    entryId: uuid().references(() => entries.id, { onDelete: "set null" }),
    editionId: uuid().references(() => roadmapEditions.id, { onDelete: "set null" }),
    /** What changed of somebody's ways to sign in, or that their ticket is resolved; there in mails about that. */
    eventId: bigint({ mode: "number" }).references(() => events.id),
    /** Of whose ticket it tells them, and the message that it brings or follows from. */
    ticketPersonId: uuid().references(() => ticketPeople.id, { onDelete: "set null" }),
    ticketMessageId: uuid().references(() => ticketMessages.id, { onDelete: "set null" }),
    /** The mail that it says was not taken. */
    incomingMailId: uuid().references(() => incomingMails.id, { onDelete: "set null" }),
    /** The page that it says nobody got. */
    pageId: uuid().references(() => pages.id, { onDelete: "set null" }),
    /** The Monday before which the week ended that it reports; null in a report that its reader asked for. */
    reportWeek: date(),
    /** Null once they have unsubscribed. */
    subscriberId: uuid().references(() => subscribers.id, { onDelete: "set null" }),
    to: text().notNull(),
    /** What was rendered, once, so that another try sends the same; its text goes when the provider has it. */
    subject: text(),
    html: text(),
    text: text(),
    headers: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Those that go to the provider in one request, and are tried again in the same one. */
    batchId: uuid(),
    status: deliveryStatus().notNull().default("queued"),
    /** Since when the provider may have it: from then on only its response decides. */
    attemptedAt: timestamp({ withTimezone: true }),
    /** Which transport took it: resend, smtp or outbox. */
    transport: text(),
    /** The provider's id, which its hooks speak of. */
    providerId: text(),
    /** The provider's last response, in its own words. */
    response: text("answer"),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    handedOverAt: timestamp({ withTimezone: true }),
    /** When the status last changed. */
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("deliveries_by_date").on(table.createdAt, table.id),
    index("deliveries_by_status").on(table.status, table.createdAt, table.id),
    index("deliveries_by_address").on(table.to, table.createdAt),
    index("deliveries_of_batch").on(table.batchId),
    index("deliveries_of_user").on(table.userId),
    index("deliveries_of_supporter").on(table.supporterId).where(sql`supporter_id is not null`),
    // Whoever has it already does not get it again when a worker died half way.
    uniqueIndex("deliveries_of_entry")
      .on(table.entryId, table.subscriberId)
      .where(sql`entry_id is not null and subscriber_id is not null`),
    uniqueIndex("deliveries_of_edition")
      .on(table.editionId, table.subscriberId)
      .where(sql`edition_id is not null and subscriber_id is not null`),
    uniqueIndex("deliveries_of_event").on(table.eventId).where(sql`event_id is not null`),
    uniqueIndex("deliveries_of_ticket")
      .on(table.ticketMessageId, table.kind, table.to, sql`coalesce(event_id, 0)`)
      .where(sql`ticket_message_id is not null`),
    index("deliveries_of_ticket_person").on(table.ticketPersonId).where(sql`ticket_person_id is not null`),
    uniqueIndex("deliveries_of_incoming_mail").on(table.incomingMailId).where(sql`incoming_mail_id is not null`),
    index("deliveries_of_page").on(table.pageId).where(sql`page_id is not null`),
    uniqueIndex("deliveries_of_report").on(table.reportWeek, table.userId).where(sql`report_week is not null`),
    index("deliveries_of_subscriber").on(table.subscriberId).where(sql`subscriber_id is not null`),
    uniqueIndex("deliveries_by_provider").on(table.providerId),
    aboutOne("deliveries", table.entryId, table.editionId),
  ],
);

export const suppressionReason = pgEnum("suppression_reason", ["bounce", "complaint", "manual"]);

/** Addresses that get no mail. */
export const suppressions = pgTable(
  "suppressions",
  {
    /** Lower case; `sha256:` and the hash where the account behind it is deleted. */
    email: text().primaryKey(),
    reason: suppressionReason().notNull(),
    /** The provider's words. */
    response: text("answer"),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("suppressions_by_date").on(table.createdAt)],
);

/** What a link in a mail may do, in the name of the person it was mailed to. None of them signs in. */
export const mailScope = pgEnum("mail_scope", ["unsubscribe", "mute", "solved", "consent", "subscription"]);

export type MailScope = (typeof mailScope.enumValues)[number];

export const mailTokens = pgTable(
  "mail_tokens",
  {
    /** SHA-256 of the token, hex. */
    hash: text().primaryKey(),
    scope: mailScope().notNull(),
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    /** Whoever has no account. */
    supporterId: uuid().references(() => supporters.id, { onDelete: "cascade" }),
    /** Whoever gets the changelog or a roadmap. Exactly one of the three is there. */
    subscriberId: uuid().references(() => subscribers.id, { onDelete: "cascade" }),
    /** Which post to mute or to judge. */
    postId: uuid().references(() => posts.id, { onDelete: "cascade" }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("mail_tokens_by_date").on(table.createdAt),
    index("mail_tokens_of_user").on(table.userId),
    index("mail_tokens_of_supporter").on(table.supporterId).where(sql`supporter_id is not null`),
    index("mail_tokens_of_subscriber").on(table.subscriberId).where(sql`subscriber_id is not null`),
    check("mail_tokens_of_somebody", sql`num_nonnulls(user_id, supporter_id, subscriber_id) = 1`),
    aboutOne("mail_tokens", table.postId),
  ],
);

/** Messages of outside services that were taken in, so that the same one again changes nothing. */
export const hookMessages = pgTable(
  "hook_messages",
  {
    /** `resend:` and the service's id of the message. */
    id: text().primaryKey(),
    receivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("hook_messages_by_date").on(table.receivedAt)],
);
