import {
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "../core/users";
import { posts } from "./posts";

export const inboxNoun = pgEnum("inbox_noun", ["post", "ticket"]);

/** What stands in a list that the team works through: the triage inbox, or the queue of the support desk. */
export type InboxNoun = (typeof inboxNoun.enumValues)[number];

/** One change to several posts, or to several tickets, at once. */
export const bulkActions = pgTable("bulk_actions", {
  /** Made by the form, so that sending it twice does it once. */
  id: uuid().primaryKey(),
  actorId: uuid()
    .notNull()
    .references(() => users.id),
  noun: inboxNoun().notNull().default("post"),
  /** As app/models/feedback/inbox/change.ts or app/models/support/queue/change.ts writes it: `move:planned`. */
  change: text().notNull(),
  /** Of the form that made it (app/models/core/settle-id.server.ts); null where none did. */
  fingerprint: text(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  undoneAt: timestamp({ withTimezone: true }),
});

/** The values of a post that a bulk action may change, as they were before. */
interface Standing {
  status: string;
  boardId: number;
  tagIds: number[];
}

/** The outcome of a bulk action for each of its posts. */
export const bulkActionPosts = pgTable(
  "bulk_action_posts",
  {
    bulkActionId: uuid()
      .notNull()
      .references(() => bulkActions.id, { onDelete: "cascade" }),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    /** `changed`, or why not; the list stands in app/models/core/bulk/verdict.ts. */
    verdict: text().notNull(),
    before: jsonb().$type<Standing>().notNull(),
    after: jsonb().$type<Standing>().notNull(),
    /** What became of it when all was undone: `changed` back, or why not; null as long as nobody did. */
    undoVerdict: text(),
  },
  (table) => [
    primaryKey({ columns: [table.bulkActionId, table.postId] }),
    index("bulk_action_posts_of_post").on(table.postId),
  ],
);

/** What somebody chose to see of the inbox or the queue, under a name and an address of its own. */
export const inboxViews = pgTable(
  "inbox_views",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    noun: inboxNoun().notNull().default("post"),
    slug: text().notNull(),
    name: text().notNull(),
    /** The query of an address, as app/models/feedback/inbox/filter.ts or app/models/support/tickets/queue-filter.ts writes it. */
    filter: text().notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => users.id),
    /** All who triage see it. */
    isShared: boolean().notNull().default(false),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique("inbox_views_by_slug").on(table.noun, table.slug),
    index("inbox_views_of_owner").on(table.ownerId),
  ],
);
