import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "../core/users";
import { tagColor } from "./boards";
import { posts } from "./posts";

/** Labels for sorts of change, such as new or fixed, that entries are marked with. */
export const entryLabels = pgTable("entry_labels", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  slug: text().notNull().unique(),
  /** Null for those that come with the product: they are called by their slug in each reader's language. */
  name: text(),
  color: tagColor().notNull().default("slate"),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** An entry of the changelog: a draft; scheduled, once it has its time; or published. */
export const entries = pgTable(
  "entries",
  {
    /** Made by the client, so that a form sent twice makes one entry. */
    id: uuid().primaryKey(),
    /** In its address. Drafts have one as well, so numbers may be missing. */
    number: integer().notNull().unique().generatedAlwaysAsIdentity(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    title: text().notNull(),
    bodyMarkdown: text().notNull(),
    bodyHtml: text().notNull(),
    /** Which version of our Markdown rules made the HTML. */
    htmlVersion: smallint().notNull(),
    excerpt: text().notNull(),
    /** Ids of labels, ascending. */
    labelIds: integer().array().notNull().default([]),
    /** Of the form that made it (app/models/core/settle-id.server.ts); null where none did. */
    fingerprint: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When its words were last changed after it was published. */
    editedAt: timestamp({ withTimezone: true }),
    scheduledFor: timestamp({ withTimezone: true }),
    /** In whose name linked posts move when its time comes. */
    schedulerId: uuid().references(() => users.id),
    /** Whether subscribers are mailed when its time comes. */
    tellsSubscribers: boolean().notNull().default(true),
    /** Why it could not be published when its time came: a problem's code, and what fills in its sentence. */
    refusal: jsonb().$type<{ code: string; params: Record<string, string | number> }>(),
    publishedAt: timestamp({ withTimezone: true }),
    /** Subscribers have been mailed, or were not to be: taken back and published again, it is no news. */
    announcedAt: timestamp({ withTimezone: true }),
    /** People who asked or voted for the linked posts that everybody may see, when it was published. */
    thankedCount: integer().notNull().default(0),
  },
  (table) => [
    index("entries_published").on(table.publishedAt, table.number).where(sql`published_at is not null`),
    index("entries_by_html").on(table.htmlVersion),
    index("entries_unpublished").on(table.createdAt, table.number).where(sql`published_at is null`),
    index("entries_by_label").using("gin", table.labelIds).where(sql`published_at is not null`),
    index("entries_due").on(table.scheduledFor).where(sql`scheduled_for is not null`),
    check("entries_state", sql`num_nonnulls(scheduled_for, published_at) < 2`),
    check("entries_scheduler", sql`(scheduled_for is null) or scheduler_id is not null`),
  ],
);

/** The posts that an entry brings to an end. */
export const entryPosts = pgTable(
  "entry_posts",
  {
    entryId: uuid()
      .notNull()
      .references(() => entries.id, { onDelete: "cascade" }),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    position: smallint().notNull(),
    /** Publishing the entry is what moved the post: its followers hear of it by the move. */
    isMoved: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.postId] }), index("entry_posts_by_post").on(table.postId)],
);
