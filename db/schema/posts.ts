import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { boards } from "./boards";
import { users } from "./users";

export const postKind = pgEnum("post_kind", ["idea", "bug"]);

export type PostKind = (typeof postKind.enumValues)[number];

export const postStatus = pgEnum("post_status", [
  "open",
  "under_review",
  "planned",
  "confirmed",
  "in_progress",
  "shipped",
  "fixed",
  "declined",
  "not_reproducible",
  "wont_fix",
]);

export type PostStatus = (typeof postStatus.enumValues)[number];

/**
 * The trending score needs no clock: ten times the votes weigh as much as being posted fourteen days
 * later, so an index can keep posts in this order.
 */
const hot = sql`log(greatest(vote_count, 1)) + extract(epoch from created_at - timestamptz '2020-01-01 00:00:00+00') / 1209600`;

export const posts = pgTable(
  "posts",
  {
    /** Made by the client, so that a form sent twice makes one post. */
    id: uuid().primaryKey(),
    /** The public number: 1, 2, 3 … without gaps. */
    number: integer().notNull().unique(),
    kind: postKind().notNull(),
    status: postStatus().notNull().default("open"),
    boardId: integer()
      .notNull()
      .references(() => boards.id),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    title: text().notNull(),
    bodyMarkdown: text().notNull(),
    bodyHtml: text().notNull(),
    /** Which version of our Markdown rules made the HTML. */
    htmlVersion: smallint().notNull(),
    /** The beginning of the body as plain text, for lists. */
    excerpt: text().notNull(),
    /** Ids of tags, ascending; an array so that a list needs one query and one index (GIN). */
    tagIds: integer().array().notNull().default([]),
    voteCount: integer().notNull().default(0),
    commentCount: integer().notNull().default(0),
    /** People whose level is not `muted`. */
    followerCount: integer().notNull().default(0),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    hot: doublePrecision().notNull().generatedAlwaysAs(hot),
    editedAt: timestamp({ withTimezone: true }),
    pinnedAt: timestamp({ withTimezone: true }),
    lockedAt: timestamp({ withTimezone: true }),
    deletedAt: timestamp({ withTimezone: true }),
    mergedInto: uuid().references((): AnyPgColumn => posts.id),
    /** Where an imported post comes from, and its id there. */
    source: text(),
    sourceId: text(),
  },
  (table) => {
    const listed = sql`deleted_at is null and merged_into is null`;
    return [
      // One index per order of the list; read backwards for "most first".
      index("posts_by_trending").on(table.hot, table.number).where(listed),
      index("posts_by_votes").on(table.voteCount, table.number).where(listed),
      index("posts_by_date").on(table.createdAt, table.number).where(listed),
      index("posts_by_comments").on(table.commentCount, table.number).where(listed),
      index("posts_by_board").on(table.boardId).where(listed),
      index("posts_by_tag").using("gin", table.tagIds).where(listed),
      index("posts_pinned").on(table.pinnedAt).where(sql`pinned_at is not null`),
      index("posts_by_author").on(table.authorId, table.createdAt),
      index("posts_by_original").on(table.mergedInto).where(sql`merged_into is not null`),
      uniqueIndex("posts_by_source").on(table.source, table.sourceId),
      check("posts_counts", sql`vote_count >= 0 and comment_count >= 0 and follower_count >= 0`),
      check(
        "posts_status_of_kind",
        sql`kind = 'idea' and status in ('open', 'under_review', 'planned', 'in_progress', 'shipped', 'declined')
          or kind = 'bug' and status in ('open', 'confirmed', 'in_progress', 'fixed', 'not_reproducible', 'wont_fix')`,
      ),
    ];
  },
);

/** What a bug report says beyond title and text. */
export const bugDetails = pgTable("bug_details", {
  postId: uuid()
    .primaryKey()
    .references(() => posts.id, { onDelete: "cascade" }),
  stepsMarkdown: text().notNull().default(""),
  stepsHtml: text().notNull().default(""),
  expectedMarkdown: text().notNull().default(""),
  expectedHtml: text().notNull().default(""),
  actualMarkdown: text().notNull().default(""),
  actualHtml: text().notNull().default(""),
  version: text().notNull().default(""),
});

/** Who gives out the next public number; the row's lock keeps the numbers free of gaps. */
export const numbering = pgTable("numbering", {
  name: text().primaryKey(),
  last: integer().notNull().default(0),
});

export const votes = pgTable(
  "votes",
  {
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.userId] }),
    index("votes_by_user").on(table.userId, table.createdAt),
  ],
);

export const followLevel = pgEnum("follow_level", ["everything", "milestones", "muted"]);

export type FollowLevel = (typeof followLevel.enumValues)[number];

/** Never deleted, so that muting outlives voting again. */
export const follows = pgTable(
  "follows",
  {
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    level: followLevel().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.userId] }),
    index("follows_by_user").on(table.userId, table.createdAt),
  ],
);

/** A change of status, with the official answer that came along. Never rewritten. */
export const moves = pgTable(
  "moves",
  {
    /** Ascending (UUID version 7), made while the post is held: the order in which moves happened. */
    id: uuid().primaryKey(),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    from: postStatus().notNull(),
    to: postStatus().notNull(),
    /** The author closed the post as no longer needed. */
    byAuthor: boolean().notNull().default(false),
    answerMarkdown: text().notNull().default(""),
    answerHtml: text().notNull().default(""),
    release: text().notNull().default(""),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("moves_of_post").on(table.postId, table.id)],
);
