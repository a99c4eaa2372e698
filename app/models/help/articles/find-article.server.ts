import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleRedirects, articles, articleTexts, helpSections } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { isShown, isTextFor, visibleArticles } from "./visible-articles.server";

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

/** An article by its number alone, where its reader may see it: what a ticket says that they had read. */
export async function findReadBefore(
  db: Db,
  { viewer, language, number }: { viewer: Viewer; language: string; number: number | undefined },
) {
  if (number === undefined) return;
  const { title, slug, language: shownIn } = articleTexts;
  const [found] = await db
    .select({ number: articles.number, title, slug, language: shownIn })
    .from(articles)
    .innerJoin(articleTexts, eq(articleTexts.articleId, articles.id))
    .where(and(eq(articles.number, number), visibleArticles(viewer), isTextFor(language)));
  return found;
}

/** The article that an address of another help centre leads to, where its reader may see it. */
export async function findRedirect(db: Db, viewer: Viewer, path: string) {
  const [found] = await db
    .select({ number: articles.number })
    .from(articleRedirects)
    .innerJoin(articles, eq(articles.id, articleRedirects.articleId))
    .where(and(inArray(articleRedirects.path, formsOf(path)), visibleArticles(viewer), isShown))
    .limit(1);
  return found;
}

/** Help centres find an article by its number: what stands behind it changes with its title, as do signs in `%` with who sends them. */
function formsOf(path: string): string[] {
  const tidy = path.replace(/(?<=.)\/+$/, "");
  const [numbered = tidy] = /^.*\/\d+(?=-)/.exec(tidy) ?? [];
  return [...new Set([path, tidy, decoded(tidy), numbered])];
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
