import { boolean, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/** By what programs ask the API in somebody's name; what is here opens nothing. */
export const personalTokens = pgTable(
  "personal_tokens",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** By which its owner knows it. */
    name: text().notNull(),
    /** SHA-256 of what the program sends, hex. */
    hash: text().notNull().unique(),
    /** What it may be used for (app/models/core/tokens/scopes.ts). */
    scopes: jsonb().$type<string[]>().notNull(),
    /** Whether the session that made it had used a passkey: where the team needs them, others carry no rights of the team. */
    isByPasskey: boolean().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Null where it does not end by itself. */
    expiresAt: timestamp({ withTimezone: true }),
    /** When it was last used, to the hour. */
    usedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index("personal_tokens_of_user").on(table.userId)],
);
