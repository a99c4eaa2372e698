import { index, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "../core/users";
import { posts } from "./posts";

/** What the team says to itself about a post. Nobody else ever reads it; one that is deleted is gone. */
export const notes = pgTable(
  "notes",
  {
    /** Made by the client, so that a form sent twice makes one note. */
    id: uuid().primaryKey(),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    bodyMarkdown: text().notNull(),
    bodyHtml: text().notNull(),
    htmlVersion: smallint().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    editedAt: timestamp({ withTimezone: true }),
    /** Of the form that made it (app/models/core/settle-id.server.ts); null where none did. */
    fingerprint: text(),
  },
  (table) => [
    index("notes_of_post").on(table.postId, table.createdAt),
    index("notes_by_html").on(table.htmlVersion),
    index("notes_by_author").on(table.authorId, table.id),
  ],
);
