import { sql } from "drizzle-orm";
import { index, pgEnum, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../../columns/bytea";
import { posts } from "../feedback/posts";
import { tickets } from "./tickets";

/** What became of a mail that came in; null while it waits to be read. */
export const mailOutcome = pgEnum("mail_outcome", [
  /** It is a message in its ticket, or a comment on its post. */
  "answered",
  "opened",
  /** It waits in its ticket for somebody of the team: its sender is none of the ticket's people. */
  "held",
  /** A person wrote it, and it could not be taken; its sender was told why, unless they may be somebody else. */
  "refused",
  "automatic",
  "bounce",
  "complaint",
  "unreadable",
  /** Without a word in it. */
  "empty",
  /** One of too many of the same sender. */
  "flood",
  /** To no address of ours. */
  "astray",
]);

export type MailOutcome = (typeof mailOutcome.enumValues)[number];

/** Mails that people, and programs, have sent to us. */
export const incomingMails = pgTable(
  "incoming_mails",
  {
    id: uuid().primaryKey(),
    /** Of its bytes: whoever hands the same mail over again, since our answer was lost, is told that we have it. */
    sha256: text().notNull(),
    /** As it came. */
    raw: bytea().notNull(),
    receivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    outcome: mailOutcome(),
    /** Why, in a few words for the team. */
    reason: text(),
    sender: text(),
    subject: text(),
    ticketId: uuid().references(() => tickets.id, { onDelete: "set null" }),
    /** The post that it comments on, or was to. */
    postId: uuid().references(() => posts.id, { onDelete: "set null" }),
  },
  (table) => [
    uniqueIndex("incoming_mails_once").on(table.sha256),
    index("incoming_mails_by_date").on(table.receivedAt, table.id),
    index("incoming_mails_by_sender").on(table.sender, table.receivedAt).where(sql`sender is not null`),
    index("incoming_mails_of_post").on(table.postId).where(sql`post_id is not null`),
    index("incoming_mails_of_ticket").on(table.ticketId).where(sql`ticket_id is not null`),
  ],
);
