import { index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { boards } from "../feedback/boards";
import { role, users } from "./users";

/** Who is asked to join: one address by mail, or whoever has the link. Its token is made of `id` and the server's secret. */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid().primaryKey(),
    /** Lower case; null for a link. */
    email: text(),
    /** What they are to be; nobody loses a role by it. */
    role: role().notNull().default("member"),
    /** A shared board that they are guests of from then on. */
    boardId: integer().references(() => boards.id, { onDelete: "set null" }),
    createdBy: uuid().references(() => users.id, { onDelete: "set null" }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    revokedAt: timestamp({ withTimezone: true }),
    /** How many people it is for, and how many it has brought. */
    most: integer().notNull().default(1),
    used: integer().notNull().default(0),
    /** The mail that carries it. */
    deliveryId: uuid(),
  },
  (table) => [index("invitations_by_email").on(table.email), index("invitations_by_delivery").on(table.deliveryId)],
);
