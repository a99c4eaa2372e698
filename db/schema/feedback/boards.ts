import { boolean, index, integer, pgEnum, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "../core/users";

export const visibility = pgEnum("visibility", ["public", "members", "staff"]);

export type Visibility = (typeof visibility.enumValues)[number];

export const boards = pgTable("boards", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  description: text().notNull().default(""),
  visibility: visibility().notNull().default("public"),
  /** Beside the team, guests see it: people of these domains, and those in `board_guests`. Its visibility is `staff`. */
  isShared: boolean().notNull().default(false),
  /** Of mail addresses, lower case. */
  guestDomains: text().array().notNull().default([]),
  position: integer().notNull().default(0),
  /** Markdown that the form of a new post begins with. */
  ideaTemplate: text().notNull().default(""),
  bugTemplate: text().notNull().default(""),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

export const tagColor = pgEnum("tag_color", ["slate", "red", "amber", "green", "teal", "blue", "violet", "pink"]);

export type TagColor = (typeof tagColor.enumValues)[number];

export const tags = pgTable("tags", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  color: tagColor().notNull().default("slate"),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** Staff who want to hear of every new post on a board. */
export const boardWatchers = pgTable(
  "board_watchers",
  {
    boardId: integer()
      .notNull()
      .references(() => boards.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
  },
  (table) => [primaryKey({ columns: [table.boardId, table.userId] })],
);

/** Who was invited to a board that is shared. */
export const boardGuests = pgTable(
  "board_guests",
  {
    boardId: integer()
      .notNull()
      .references(() => boards.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.boardId, table.userId] }), index("board_guests_of_user").on(table.userId)],
);
