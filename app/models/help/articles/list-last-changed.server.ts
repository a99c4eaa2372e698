import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, articleTexts, helpSections } from "#db/schema";
import { isTextFor, visibleArticles } from "./visible-articles.server";

/** What everybody may read, as readers of a language get it; what was changed last comes first. */
export function listLastChanged(db: Db, language: string, most: number) {
  const { title, slug, excerpt, bodyHtml, publishedAt, changedAt } = articleTexts;
  return db
    .select({
      ...{ id: articles.id, number: articles.number, title, slug, excerpt, bodyHtml, publishedAt, changedAt },
      section: { key: helpSections.key, names: helpSections.names },
    })
    .from(articleTexts)
    .innerJoin(articles, eq(articles.id, articleTexts.articleId))
    .innerJoin(helpSections, eq(helpSections.id, articles.sectionId))
    .where(and(visibleArticles(null), isTextFor(language)))
    .orderBy(desc(changedAt), desc(articleTexts.articleId))
    .limit(most);
}
