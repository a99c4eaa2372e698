import { doublePrecision, index, pgTable, uuid } from "drizzle-orm/pg-core";
import { articles } from "./articles";

/**
 * How much an article is read lately: each read counts half as much after a fortnight. It is the logarithm of the sum of what its
 * reads count, as seen from a day that never changes, so that articles stay in order without being counted again.
 */
export const articlePopularity = pgTable(
  "article_popularity",
  {
    articleId: uuid()
      .primaryKey()
      .references(() => articles.id, { onDelete: "cascade" }),
    heat: doublePrecision().notNull(),
  },
  (table) => [index("article_popularity_hottest").on(table.heat, table.articleId)],
);
