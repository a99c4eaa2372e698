import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
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
import { visibility } from "../feedback/boards";
import { helpSections } from "./sections";

/** An article of the knowledge base, in however many languages. It is shown in those in which it has a text that is published. */
export const articles = pgTable(
  "articles",
  {
    /** Made by the client, so that a form sent twice makes one article. */
    id: uuid().primaryKey(),
    /** In its address. Drafts have one as well, so numbers may be missing. */
    number: integer().notNull().unique().generatedAlwaysAsIdentity(),
    sectionId: integer()
      .notNull()
      .references(() => helpSections.id),
    /** Within its section. */
    position: integer().notNull(),
    /** Who may read it. */
    audience: visibility().notNull().default("public"),
    /** The language that it is written in; texts in others are translations of that. */
    language: text().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    /** Who keeps it true. */
    ownerId: uuid().references(() => users.id, { onDelete: "set null" }),
    /** By when they look at it again. */
    reviewOn: date(),
    /** When they were reminded of that. */
    remindedAt: timestamp({ withTimezone: true }),
    /** Of the form that made it (app/models/core/settle-id.server.ts); null where none did. */
    fingerprint: text(),
    /** Since when nobody is shown it any more. */
    archivedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("articles_of_section").on(table.sectionId, table.position, table.id).where(sql`archived_at is null`),
    index("articles_newest").on(table.createdAt, table.id),
    index("articles_to_remind_of")
      .on(table.reviewOn)
      .where(sql`review_on is not null and reminded_at is null and archived_at is null`),
    index("articles_of_owner").on(table.ownerId, table.reviewOn).where(sql`review_on is not null`),
  ],
);

/** What is shown of an article in a language: its last version. */
export const articleTexts = pgTable(
  "article_texts",
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    language: text().notNull(),
    title: text().notNull(),
    slug: text().notNull(),
    bodyMarkdown: text().notNull(),
    bodyHtml: text().notNull(),
    /** Which version of our Markdown rules made the HTML. */
    htmlVersion: smallint().notNull(),
    excerpt: text().notNull(),
    /** Other ways in which people ask what it answers. */
    wordings: text().array().notNull().default([]),
    /** The version that it is, counted in each language from 1. */
    version: integer().notNull(),
    /** The version of the language that the article is written in, of which this is a translation; null for that language. */
    translationOf: integer(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
    /** When its words were last changed. */
    changedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.language] }),
    index("article_texts_changed").on(table.changedAt, table.articleId),
    index("article_texts_newest").on(table.publishedAt, table.articleId),
    index("article_texts_by_html").on(table.htmlVersion),
  ],
);

/** What has been shown of an article, and who published it; never changed. */
export const articleVersions = pgTable(
  "article_versions",
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    language: text().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    bodyMarkdown: text().notNull(),
    wordings: text().array().notNull().default([]),
    translationOf: integer(),
    publishedBy: uuid().references(() => users.id, { onDelete: "set null" }),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.language, table.version] })],
);

/** What somebody is still writing of an article in a language. It is gone once it is published. */
export const articleDrafts = pgTable(
  "article_drafts",
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    language: text().notNull(),
    title: text().notNull(),
    slug: text().notNull(),
    bodyMarkdown: text().notNull(),
    wordings: text().array().notNull().default([]),
    /** The version of the language that the article is written in, which was translated; null for that language. */
    translationOf: integer(),
    /** Raised whenever it is saved: whoever saves says which one they have changed. */
    revision: integer().notNull().default(1),
    savedBy: uuid().references(() => users.id, { onDelete: "set null" }),
    savedAt: timestamp({ withTimezone: true }).notNull(),
    /** Somebody is asked to read it before it is published. */
    isInReview: boolean().notNull().default(false),
    scheduledFor: timestamp({ withTimezone: true }),
    /** In whose name it is published when its time comes. */
    schedulerId: uuid().references(() => users.id),
    /** Why it could not be published when its time came: a problem's code, and what fills in its sentence. */
    refusal: jsonb().$type<{ code: string; params: Record<string, string | number> }>(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.language] }),
    index("article_drafts_in_review").on(table.articleId).where(sql`is_in_review and scheduled_for is null`),
    index("article_drafts_due").on(table.scheduledFor).where(sql`scheduled_for is not null`),
    check("article_drafts_scheduler", sql`(scheduled_for is null) or scheduler_id is not null`),
  ],
);

/** Addresses that lead to an article, as of the help centre that it came from: paths of this portal, without a query. */
export const articleRedirects = pgTable("article_redirects", {
  path: text().primaryKey(),
  articleId: uuid()
    .notNull()
    .references(() => articles.id, { onDelete: "cascade" }),
});

export const articleReason = pgEnum("article_reason", ["unclear", "incomplete", "wrong", "other"]);

/** Whether an article has helped: once for each person, or each browser. */
export const articleJudgements = pgTable(
  "article_judgements",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    language: text().notNull(),
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    /** Of whoever is not signed in: what their cookie says, hashed. */
    browser: text(),
    isHelpful: boolean().notNull(),
    /** Why it did not help. */
    reason: articleReason(),
    words: text(),
    judgedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex("article_judgements_by_user").on(table.articleId, table.userId).where(sql`user_id is not null`),
    uniqueIndex("article_judgements_by_browser").on(table.articleId, table.browser).where(sql`browser is not null`),
    check("article_judgements_one", sql`num_nonnulls(user_id, browser) = 1`),
  ],
);

/** How often an article was read on a day, by browsers that run scripts: other readers are mostly machines. */
export const articleReads = pgTable(
  "article_reads",
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    day: date().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.day] })],
);
