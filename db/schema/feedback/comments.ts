import { sql } from "drizzle-orm";
import { type AnyPgColumn, index, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "../core/users";
import { posts, textFlag } from "./posts";

export const comments = pgTable(
  "comments",
  {
    /** Made by the client, so that a form sent twice makes one comment. */
    id: uuid().primaryKey(),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    /** The comment this one replies to, which itself replies to none. */
    parentId: uuid().references((): AnyPgColumn => comments.id),
    bodyMarkdown: text().notNull(),
    bodyHtml: text().notNull(),
    htmlVersion: smallint().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    editedAt: timestamp({ withTimezone: true }),
    deletedAt: timestamp({ withTimezone: true }),
    /** For the team alone. */
    flags: textFlag().array().notNull().default([]),
    /** Of the form that made it (app/models/core/settle-id.server.ts); null where none did. */
    fingerprint: text(),
  },
  (table) => [
    index("comments_of_post").on(table.postId, table.createdAt),
    index("comments_flagged").on(table.postId).where(sql`deleted_at is null and flags <> '{}'`),
    index("comments_by_html").on(table.htmlVersion),
    index("comments_of_parent").on(table.parentId, table.createdAt),
    index("comments_by_author").on(table.authorId, table.createdAt),
  ],
);
