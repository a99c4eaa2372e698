import { boolean, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { postKind } from "./posts";

/** Saved replies: texts of the team to be put into an official answer, a comment, or an answer to a ticket. */
export const savedReplies = pgTable("replies", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  title: text().notNull().unique(),
  /** With gaps such as `{{author}}` where words of what is answered are to stand. */
  bodyMarkdown: text().notNull(),
  /** Offered for posts of this kind; null for either, and for tickets. */
  kind: postKind(),
  /** Offered for tickets alone. */
  isForTickets: boolean().notNull().default(false),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
