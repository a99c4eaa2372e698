import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { visibility } from "./boards";
import { postStatus, posts } from "./posts";

export const roadmaps = pgTable("roadmaps", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  slug: text().notNull().unique(),
  /** Empty where the roadmap is simply called the roadmap, in every language. */
  name: text().notNull().default(""),
  visibility: visibility().notNull().default("public"),
  isOff: boolean().notNull().default(false),
  /** The first of those that a visitor may see is the one at `/roadmap`. */
  position: integer().notNull().default(0),
  /** Origins of the sites that may show it in a frame. */
  embedOrigins: text().array().notNull().default([]),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

export const roadmapColumns = pgTable(
  "roadmap_columns",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    roadmapId: integer()
      .notNull()
      .references(() => roadmaps.id, { onDelete: "cascade" }),
    /** Empty where the column is called like the first of its statuses, in every language. */
    name: text().notNull().default(""),
    /** Whose posts stand here by themselves; without any, the column is filled by hand. */
    statuses: postStatus().array().notNull().default([]),
    position: integer().notNull().default(0),
  },
  (table) => [
    index("roadmap_columns_of_roadmap").on(table.roadmapId, table.position),
    check("roadmap_columns_called", sql`name <> '' or cardinality(statuses) > 0`),
  ],
);

/** Sorts by bytes, as the keys that leave room between any two ask for. */
const rank = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** What a roadmap says of a post beyond what the post says of itself. */
export const roadmapCards = pgTable(
  "roadmap_cards",
  {
    roadmapId: integer()
      .notNull()
      .references(() => roadmaps.id, { onDelete: "cascade" }),
    postId: uuid()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    /** The column that it was put into by hand; null where its status decides. */
    columnId: integer().references(() => roadmapColumns.id),
    /** The place in that column. */
    rank: rank(),
    /** When it is to come: empty, `now`, `next`, `later`, or a quarter as `2027-Q1`. */
    target: text().notNull().default(""),
    note: text().notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.roadmapId, table.postId] }),
    unique("roadmap_cards_places").on(table.columnId, table.rank),
    index("roadmap_cards_of_post").on(table.postId),
    check("roadmap_cards_placed", sql`(column_id is null) = (rank is null)`),
    check("roadmap_cards_target", sql`target ~ '^(|now|next|later|20[0-9][0-9]-Q[1-4])$'`),
  ],
);

/** What followers of a roadmap are mailed of one day. */
export const roadmapEditions = pgTable(
  "roadmap_editions",
  {
    id: uuid().primaryKey(),
    roadmapId: integer()
      .notNull()
      .references(() => roadmaps.id, { onDelete: "cascade" }),
    /** In UTC. */
    day: date().notNull(),
    /** It tells of what came after this and not after `until`; null for all there was. */
    since: timestamp({ withTimezone: true }),
    until: timestamp({ withTimezone: true }).notNull(),
    /** When the mails of all followers were queued. */
    queuedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    unique("roadmap_editions_of_day").on(table.roadmapId, table.day),
    index("roadmap_editions_unqueued").on(table.until).where(sql`queued_at is null`),
  ],
);
