import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { aboutExactlyOne, aboutOne } from "../../columns/subject";
import { xid8 } from "../../columns/xid8";
import { entries } from "../feedback/changelog";
import { comments } from "../feedback/comments";
import { posts } from "../feedback/posts";
import { roadmaps } from "../feedback/roadmaps";
import { articles } from "../help/articles";
import { tickets } from "../support/tickets";
import { users } from "./users";

/**
 * What the timeline of a post tells besides comments and moves, which have tables of their own: those whose row in
 * app/models/core/events/catalogue says so.
 */
export const timelineEvents = [
  "post.tagged",
  "post.board_changed",
  "post.pinned",
  "post.unpinned",
  "post.locked",
  "post.unlocked",
  "post.deleted",
  "post.restored",
  "attachment.removed",
] as const;

/**
 * What happened, in order. A trigger refuses every delete, and every update but three: the name, the handle or the
 * address that an event mentions may be blanked, as when an account is deleted; what it is about may be deleted; and
 * transactions of another server, whose dump was restored here, may be called over.
 */
export const events = pgTable(
  "events",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** `noun.past_participle`; the list stands in app/models/core/events/catalogue.ts. */
    type: text().notNull(),
    actorId: uuid().references(() => users.id),
    postId: uuid().references(() => posts.id),
    /** A part of its post. */
    commentId: uuid().references(() => comments.id),
    entryId: uuid().references(() => entries.id, { onDelete: "set null" }),
    roadmapId: integer().references(() => roadmaps.id),
    ticketId: uuid().references(() => tickets.id, { onDelete: "set null" }),
    articleId: uuid().references(() => articles.id),
    /** What else there is to say, in the shape that the type demands. */
    data: jsonb().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /**
     * Which transaction wrote it, for readers who must miss none (app/models/core/events/complete.server.ts); 0 where that is over
     * for certain.
     */
    transactionId: xid8().notNull().default(sql`pg_current_xact_id()`),
  },
  (table) => [
    index("events_in_order").on(table.transactionId, table.id),
    index("events_of_post").on(table.postId, table.id),
    // Votes are most of what happens; a timeline must not read them all.
    index("events_of_timeline")
      .on(table.postId, table.id)
      .where(sql.raw(`type in ('${timelineEvents.join("', '")}')`)),
    index("events_of_entry").on(table.entryId, table.id).where(sql`entry_id is not null`),
    index("events_of_article").on(table.articleId, table.id).where(sql`article_id is not null`),
    index("events_of_ticket").on(table.ticketId, table.id).where(sql`ticket_id is not null`),
    index("events_of_roadmap").on(sql`(data ->> 'roadmapId')`, table.createdAt).where(sql`type like 'roadmap.%'`),
    index("events_with_names").on(table.actorId).where(sql`type in ('user.named', 'user.handle_changed')`),
    index("events_with_addresses")
      .on(sql`(data ->> 'address')`)
      .where(sql`type in ('mail.suppressed', 'mail.unsuppressed')`),
    aboutOne("events", table.postId, table.entryId, table.roadmapId, table.ticketId, table.articleId),
    check("events_comment_of_post", sql`comment_id is null or post_id is not null`),
  ],
);

/**
 * A piece of a change: `=` stayed, `-` went, `+` came, `…` is how many characters are left out, and `x` stands for a
 * text that was removed.
 */
export type Piece = [sign: "=" | "-" | "+" | "…" | "x", text: string];

/** What changed of each field; small, however large the texts are. */
export type Comparison = Record<string, Piece[]>;

/** What a post or a comment said before somebody changed it. */
export const revisions = pgTable(
  "revisions",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    postId: uuid().references(() => posts.id, { onDelete: "cascade" }),
    /** A part of its post; null where the post itself was changed. */
    commentId: uuid().references(() => comments.id, { onDelete: "cascade" }),
    editorId: uuid()
      .notNull()
      .references(() => users.id),
    /** Field name to its text before the change; only the fields that changed. */
    before: jsonb().$type<Record<string, string>>().notNull(),
    /** How what came after differs; null until somebody has compared them. */
    diff: jsonb().$type<Comparison>(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When what it said before was removed for good, and by whom; its fields are empty since. */
    removedAt: timestamp({ withTimezone: true }),
    removedBy: uuid().references(() => users.id),
  },
  (table) => [
    index("revisions_of_post").on(table.postId, table.commentId, table.id),
    index("revisions_uncompared").on(table.id).where(sql`diff is null`),
    aboutExactlyOne("revisions", table.postId),
  ],
);
