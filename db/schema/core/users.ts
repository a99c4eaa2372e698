import { sql } from "drizzle-orm";
import { boolean, index, pgEnum, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const role = pgEnum("role", ["member", "moderator", "agent", "maintainer", "admin"]);

export type Role = (typeof role.enumValues)[number];

/**
 * How mail about posts comes: each at once; comments together after a quarter of an hour; in one digest;
 * or not at all.
 */
export const mailPace = pgEnum("mail_pace", ["instant", "bundled", "daily", "weekly", "off"]);

export type MailPace = (typeof mailPace.enumValues)[number];

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    /** Lower case; null for people whom an import knows by name only. */
    email: text().unique(),
    /** Null until the first sign-in has asked for it. */
    name: text(),
    /** Who `@handle` means: lower case letters, digits, hyphens. Null as long as there is no name. */
    handle: text().unique(),
    role: role().notNull().default("member"),
    language: text().notNull().default("en"),
    /** As IANA names it, such as `Europe/Berlin`. */
    timeZone: text().notNull().default("UTC"),
    mailPace: mailPace().notNull().default("bundled"),
    /** Keeps moves and official answers for the digest, too; otherwise they come at once. */
    movesInDigest: boolean().notNull().default(false),
    /** When a digest comes: the hour on the person's clock, and for weekly ones the day (1 is Monday, 7 Sunday). */
    digestHour: smallint().notNull().default(8),
    digestDay: smallint().notNull().default(1),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    blockedAt: timestamp({ withTimezone: true }),
    /** When the account was deleted: what the person did stays, and nothing says who it was. */
    deletedAt: timestamp({ withTimezone: true }),
    /** Changelog entries that thank people leave this name out, as long as the person has not said otherwise. */
    hidesName: boolean().notNull().default(true),
    /** When they last looked at the changelog; null where that was never. */
    changelogSeenAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    // As the list of people has them: staff first.
    index("users_by_name").on(sql`(role = 'member')`, table.name, table.id).where(sql`deleted_at is null`),
    index("users_of_team").on(table.name, table.id).where(sql`role <> 'member' and deleted_at is null`),
    // By the beginning of an address, of a handle, or of any part of a name.
    index("users_by_domain").on(sql`split_part(email, '@', 2)`),
    index("users_by_email_prefix").on(table.email.op("text_pattern_ops")),
    index("users_by_handle_prefix").on(table.handle.op("text_pattern_ops")),
    index("users_by_part_of_name").using("gin", sql`lower(name) gin_trgm_ops`),
  ],
);

/** Lucia's table. `id` is the SHA-256 of the cookie's value, so that a copy of it signs nobody in. */
export const sessions = pgTable(
  "sessions",
  {
    id: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    /** When the person signed in; null for sessions older than this column. */
    createdAt: timestamp({ withTimezone: true }).defaultNow(),
    /** When it was last used, to the hour; null for sessions older than this column. */
    seenAt: timestamp({ withTimezone: true }),
    /** What signed in, such as `Firefox, Linux`. */
    device: text(),
    /** By what its person signed in: `mail`, `passkey` or a provider; null for sessions older than this column. */
    way: text(),
    /** Whether its person has used a passkey in it. */
    isByPasskey: boolean().notNull().default(false),
  },
  (table) => [index().on(table.userId), index("sessions_by_end").on(table.expiresAt)],
);

/**
 * A request to sign in. The code and the link that were mailed are derived from `id` and the server's
 * secret (app/models/core/sign-in/tokens.server.ts), so they stand nowhere.
 */
export const signIns = pgTable(
  "sign_ins",
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    language: text().notNull(),
    /** Where to go afterwards: a path on this site. */
    next: text(),
    /** SHA-256 of the cookie of the browser that asked, hex: the code is good there alone. Null before there was one. */
    asker: text(),
    /** Whose mail this asking shares, sent a moment before: the code is that one's. Null where it has a mail of its own. */
    mailedAs: uuid(),
    /** Wrong codes so far. */
    tries: smallint().notNull().default(0),
    /** The code is not looked at before a proof of work came; the link in the mail works all the same. */
    needsProof: boolean().notNull().default(false),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.email, table.expiresAt), index("sign_ins_by_date").on(table.createdAt)],
);
