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
import { users } from "../core/users";
import { boards } from "./boards";

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

/** What looked as if no person had written a text: its honeypot was filled in, or it was sent at once. */
export const textFlag = pgEnum("text_flag", ["filled_honeypot", "sent_fast"]);

export type TextFlag = (typeof textFlag.enumValues)[number];

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
    /** Those of duplicates are among them, each person once, and so are imported votes, also those of duplicates. */
    voteCount: integer().notNull().default(0),
    /** Votes that it had where it comes from and of which only the number is known; none of its duplicates'. */
    importedVotes: integer().notNull().default(0),
    /** Those on duplicates are among them. */
    commentCount: integer().notNull().default(0),
    /** People whose level is not `muted`; those of duplicates are among them. */
    followerCount: integer().notNull().default(0),
    /** What those said who were asked whether it is solved for them. */
    solvedCount: integer().notNull().default(0),
    unsolvedCount: integer().notNull().default(0),
    /** How much work staff think it is: 1, 2, 3, 5, 8 or 13; null where nobody has said. */
    effort: smallint(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When its status changed last; null as long as it stands where it began. */
    movedAt: timestamp({ withTimezone: true }),
    hot: doublePrecision().notNull().generatedAlwaysAs(hot),
    editedAt: timestamp({ withTimezone: true }),
    pinnedAt: timestamp({ withTimezone: true }),
    lockedAt: timestamp({ withTimezone: true }),
    /** For the team alone. */
    flags: textFlag().array().notNull().default([]),
    deletedAt: timestamp({ withTimezone: true }),
    /** The original, never itself a duplicate: chains are collapsed. */
    mergedInto: uuid().references((): AnyPgColumn => posts.id),
    /** Who of the team looks after it. */
    assigneeId: uuid().references(() => users.id),
    /** Where an imported post comes from, and its id there. */
    source: text(),
    sourceId: text(),
    /** Of the form that made it (app/models/core/settle-id.server.ts); null where none did. */
    fingerprint: text(),
  },
  (table) => {
    const listed = sql`deleted_at is null and merged_into is null`;
    return [
      // One index per order of the list; read backwards for "most first".
      index("posts_by_trending").on(table.hot, table.number).where(listed),
      index("posts_by_votes").on(table.voteCount, table.number).where(listed),
      index("posts_by_date").on(table.createdAt, table.number).where(listed),
      // The inbox: what stands where, the newest first.
      index("posts_by_status").on(table.status, table.createdAt, table.number).where(listed),
      index("posts_by_comments").on(table.commentCount, table.number).where(listed),
      index("posts_by_unsolved").on(table.unsolvedCount, table.number).where(sql`unsolved_count > 0`),
      index("posts_by_board").on(table.boardId).where(listed),
      index("posts_by_tag").using("gin", table.tagIds).where(listed),
      // A roadmap shows what is coming by votes, and what came by date.
      index("posts_coming")
        .on(table.status, table.voteCount, table.number)
        .where(sql`${listed} and status in ('under_review', 'planned', 'confirmed', 'in_progress')`),
      index("posts_done")
        .on(table.status, sql`coalesce(moved_at, created_at)`, table.number)
        .where(sql`${listed} and status in ('shipped', 'fixed')`),
      index("posts_flagged").on(table.createdAt, table.number).where(sql`${listed} and flags <> '{}'`),
      index("posts_pinned").on(table.pinnedAt).where(sql`pinned_at is not null`),
      // What is to be rendered again; all the others have one and the same version.
      index("posts_by_html").on(table.htmlVersion),
      index("posts_by_author").on(table.authorId, table.createdAt),
      index("posts_by_original").on(table.mergedInto).where(sql`merged_into is not null`),
      // What somebody looks after, in the order of the statuses: open first.
      index("posts_by_assignee").on(table.assigneeId, table.status, table.number).where(sql`assignee_id is not null`),
      uniqueIndex("posts_by_source").on(table.source, table.sourceId),
      check("posts_imported_votes", sql`imported_votes >= 0`),
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
    /** The duplicate whose vote this one repeats; null where the person voted for this very post. */
    mergedFrom: uuid().references(() => posts.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.userId] }),
    index("votes_merged").on(table.mergedFrom).where(sql`merged_from is not null`),
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
    /** The duplicate whose follow this one repeats. */
    mergedFrom: uuid().references(() => posts.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.userId] }),
    index("follows_merged").on(table.mergedFrom).where(sql`merged_from is not null`),
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
    /** By which of our Markdown rules it was made; 2 where a version of us wrote it that did not say. */
    htmlVersion: smallint().notNull().default(2),
    release: text().notNull().default(""),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("moves_of_post").on(table.postId, table.id),
    index("moves_by_date").on(table.createdAt),
    index("moves_by_html").on(table.htmlVersion),
    // For the history of a roadmap: the latest of each status.
    index("moves_into").on(table.to, table.createdAt, table.id),
    index("moves_out_of").on(table.from, table.createdAt, table.id),
  ],
);

/** A post became a duplicate of its original, and perhaps was set free again. */
export const merges = pgTable(
  "merges",
  {
    /** Ascending (UUID version 7). */
    id: uuid().primaryKey(),
    duplicateId: uuid()
      .notNull()
      .references(() => posts.id),
    /** What it was merged into at the time; `posts.merged_into` says where that stands today. */
    originalId: uuid()
      .notNull()
      .references(() => posts.id),
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    undoneAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex("merges_standing").on(table.duplicateId).where(sql`undone_at is null`),
    index("merges_of_original").on(table.originalId).where(sql`undone_at is null`),
  ],
);

/** "Did this solve it?": asked once for each person, and what they said. */
export const solutionChecks = pgTable(
  "solution_checks",
  {
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Null until they have judged it. */
    isSolved: boolean(),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    judgedAt: timestamp("answered_at", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.userId] }),
    index("solution_checks_unsolved").on(table.postId).where(sql`not is_solved`),
  ],
);
