import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleRedirects, articles, articleTexts, helpSections } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { isTextFor, visibleArticles } from "./visible-articles.server";

/**
 * An article as its page shows it to a reader of a language: in theirs, or else as it was written, with all the languages that it is
 * shown in. Undefined where there is nothing that this reader may see.
 */
export async function findArticle(
  db: Db,
  { viewer, language, number }: { viewer: Viewer; language: string; number: number },
) {
  const [article] = await db
    .select({
      ...{ id: articles.id, number: articles.number, source: articles.language, audience: articles.audience },
      section: { id: helpSections.id, key: helpSections.key, names: helpSections.names, slug: helpSections.slug },
      text: articleTexts,
    })
    .from(articles)
    .innerJoin(helpSections, eq(helpSections.id, articles.sectionId))
    .innerJoin(articleTexts, eq(articleTexts.articleId, articles.id))
    .where(and(eq(articles.number, number), visibleArticles(viewer), isTextFor(language)));
  if (!article) return;
  const { language: spoken, slug, version } = articleTexts;
  const languages = await db
    .select({ language: spoken, slug, version })
    .from(articleTexts)
    .where(eq(articleTexts.articleId, article.id));
  const source = languages.find((one) => one.language === article.source);
  const { translationOf } = article.text;
  return {
    ...article,
    languages,
    /** What it was translated from has changed since. */
    isOutdated: translationOf !== null && source !== undefined && source.version > translationOf,
  };
}

/** The article that an address of another help centre leads to, where its reader may see it. */
export async function findRedirect(db: Db, viewer: Viewer, path: string) {
  const [found] = await db
    .select({ number: articles.number })
    .from(articleRedirects)
    .innerJoin(articles, eq(articles.id, articleRedirects.articleId))
    .where(and(eq(articleRedirects.path, path), visibleArticles(viewer)));
  return found;
}
