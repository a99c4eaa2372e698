import { index, integer, pgTable, smallint } from "drizzle-orm/pg-core";
import { visibility } from "../feedback/boards";
import { posts } from "../feedback/posts";

/** What a post is about, made ready to be compared with others: see app/models/core/wordings. */
export const wordings = pgTable(
  "wordings",
  {
    number: integer()
      .primaryKey()
      .references(() => posts.number, { onDelete: "cascade" }),
    /** Terms as numbers, each once, in the order in which they appear. */
    terms: integer().array().notNull(),
    /** How much each of them says about the post, in hundredths. */
    impacts: smallint().array().notNull(),
    titleLength: integer().notNull(),
    textLength: integer().notNull(),
    /** Which version of our rules made this. */
    version: smallint().notNull(),
    /** Who may see the post, as its board says; nobody where it is deleted. */
    visibility: visibility(),
  },
  // A short list of what is not yet sorted in: a question reads all of it.
  (table) => [index("wordings_by_term").using("gin", table.terms).with({ gin_pending_list_limit: 256 })],
);

/** In how many posts a term appears, apart by who may see them: the fewer, the more it tells. */
export const termCounts = pgTable("term_counts", {
  term: integer().primaryKey(),
  publicPosts: integer().notNull().default(0),
  membersPosts: integer().notNull().default(0),
  staffPosts: integer().notNull().default(0),
  /** Of the version before, which writes it while it runs beside this one; to be dropped. */
  posts: integer().notNull().default(0),
});

/** A row for each visibility, in its order; whoever changes wordings holds them all, so that the counts stay right. */
export const wordingTotals = pgTable("wording_totals", {
  id: integer().primaryKey().default(1),
  posts: integer().notNull(),
  titleLength: integer().notNull(),
  textLength: integer().notNull(),
});
