import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, articleTexts } from "#db/schema";
import { visibleArticles } from "./visible-articles.server";

/** As many as a file of a site map has room for beside its posts. */
const mostArticles = 20_000;

/** The articles that everybody may read, with the languages that they are shown in, and when they changed last. */
export function listArticlesForRobots(db: Db) {
  const { id, number, language } = articles;
  const { language: shownIn, slug, changedAt } = articleTexts;
  return db
    .select({
      ...{ number, source: language },
      languages: sql<
        { language: string; slug: string }[]
      >`json_agg(json_build_object('language', ${shownIn}, 'slug', ${slug})
        order by ${shownIn})`,
      changedAt: sql`max(${changedAt})`.mapWith(changedAt),
    })
    .from(articles)
    .innerJoin(articleTexts, eq(articleTexts.articleId, id))
    .where(visibleArticles(null))
    .groupBy(id)
    .orderBy(asc(number))
    .limit(mostArticles);
}
