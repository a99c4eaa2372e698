import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { postKind } from "./posts";

/** Saved replies: texts of the team to be put into an official answer or a comment. */
export const savedReplies = pgTable("replies", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  title: text().notNull().unique(),
  /** With `{{author}}` and `{{title}}` where the post's are to stand. */
  bodyMarkdown: text().notNull(),
  /** Offered for posts of this kind; null for either. */
  kind: postKind(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
