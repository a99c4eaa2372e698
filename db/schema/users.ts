import { index, pgEnum, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const role = pgEnum("role", ["member", "moderator", "agent", "maintainer", "admin"]);

export type Role = (typeof role.enumValues)[number];

export const users = pgTable("users", {
  id: uuid().primaryKey(),
  /** Lower case; null for people whom an import knows by name only. */
  email: text().unique(),
  /** Null until the first sign-in has asked for it. */
  name: text(),
  role: role().notNull().default("member"),
  language: text().notNull().default("en"),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  blockedAt: timestamp({ withTimezone: true }),
});

/** Lucia's table. `id` is the SHA-256 of the cookie's value, so that a copy of it signs nobody in. */
export const sessions = pgTable(
  "sessions",
  {
    id: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.userId)],
);

/**
 * A request to sign in. The code and the link that were mailed are derived from `id` and the server's
 * secret (app/models/sign-in/tokens.server.ts), so they stand nowhere.
 */
export const signIns = pgTable(
  "sign_ins",
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    language: text().notNull(),
    /** Where to go afterwards: a path on this site. */
    next: text(),
    /** Wrong codes so far. */
    tries: smallint().notNull().default(0),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.email, table.expiresAt)],
);
