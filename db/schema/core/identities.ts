import { index, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { users } from "./users";

/** Who somebody is to a service outside by which they sign in. */
export const identities = pgTable(
  "identities",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** `github`, `google`, `oidc`, or `sso` for tokens of the customer's own app. */
    provider: text().notNull(),
    /** The provider's own id of the person, which stays when their address changes. */
    subject: text().notNull(),
    /** The address by which it joined the account; lower case. */
    email: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When it last signed in. */
    usedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique("identities_of_provider").on(table.provider, table.subject),
    index("identities_of_user").on(table.userId),
  ],
);

/** What is good once and has been used, until it would have ended: tokens of the customer's own app, and challenges. */
export const usedTokens = pgTable(
  "used_tokens",
  {
    /** SHA-256, hex. */
    hash: text().primaryKey(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index("used_tokens_by_end").on(table.expiresAt)],
);
