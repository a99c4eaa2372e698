import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { aboutOne } from "../../columns/subject";
import { users } from "../core/users";
import { ticketMessages } from "../support/tickets";
import { comments } from "./comments";
import { notes } from "./notes";
import { posts } from "./posts";

/**
 * A file that somebody has added to what they wrote. Its bytes lie elsewhere (app/models/core/files/file-store.ts); one
 * that belongs to nothing, or was removed, loses them at the next clean-up.
 */
export const attachments = pgTable(
  "attachments",
  {
    /** Made by the client, so that a file sent twice is there once. */
    id: uuid().primaryKey(),
    /** Under which its bytes lie: another for each time it is sent, the same for what goes along with a copy of a text. */
    storageKey: uuid().notNull(),
    /** Null where it came by mail, or from somebody without an account. */
    uploaderId: uuid().references(() => users.id),
    /** Which browser it came from, hashed, where nobody was signed in. */
    guest: text(),
    postId: uuid().references(() => posts.id, { onDelete: "set null" }),
    commentId: uuid().references(() => comments.id, { onDelete: "set null" }),
    noteId: uuid().references(() => notes.id, { onDelete: "set null" }),
    ticketMessageId: uuid().references(() => ticketMessages.id, { onDelete: "set null" }),
    /** The id of the form whose text it is to belong to, once that is sent. */
    draftId: uuid(),
    name: text().notNull(),
    /** What its content says that it is; of a picture, what it was before it was made anew. */
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    /** Of the bytes as they were sent. */
    sha256: text().notNull(),
    /** Of a picture; null of anything else. */
    width: integer(),
    height: integer(),
    /** The widths that it can be had in besides. */
    widths: integer().array().notNull().default(sql`'{}'::integer[]`),
    /** What it shows, for those who do not see it. */
    alt: text().notNull().default(""),
    position: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    removedAt: timestamp({ withTimezone: true }),
    removedBy: uuid().references(() => users.id),
  },
  (table) => [
    aboutOne("attachments", table.postId, table.commentId, table.noteId, table.ticketMessageId),
    index("attachments_stored").on(table.storageKey),
    index("attachments_of_post").on(table.postId).where(sql`post_id is not null`),
    index("attachments_of_comment").on(table.commentId).where(sql`comment_id is not null`),
    index("attachments_of_note").on(table.noteId).where(sql`note_id is not null`),
    index("attachments_of_ticket_message").on(table.ticketMessageId).where(sql`ticket_message_id is not null`),
    index("attachments_of_draft").on(table.draftId).where(sql`draft_id is not null`),
    index("attachments_of_nothing")
      .on(table.createdAt)
      .where(sql`post_id is null and comment_id is null and note_id is null and ticket_message_id is null`),
    index("attachments_by_uploader").on(table.uploaderId, table.id),
  ],
);
