import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleRedirects, articles, articleTexts, helpSections } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayPublishArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { writeArticleFile } from "./article-file";

/** What is shown of all articles as files of Markdown, section by section; each is read when it is its turn. Throws `forbidden`. */
export async function listArticleFiles(db: Db, viewer: User) {
  if (!mayPublishArticles(viewer)) throw new DomainError("forbidden");
  const { articleId, language, slug } = articleTexts;
  const found = await db
    .select({ articleId, language, slug, section: helpSections.slug })
    .from(articleTexts)
    .innerJoin(articles, eq(articles.id, articleId))
    .innerJoin(helpSections, eq(helpSections.id, articles.sectionId))
    .orderBy(asc(helpSections.position), asc(helpSections.id), asc(articles.position), asc(articles.id), asc(language));
  const taken = new Set<string>();
  return found.map(({ section, ...one }) => ({
    path: freePath(`${section}/${one.slug || "article"}`, `${one.language}.md`, taken),
    async *content() {
      const file = await readFile(db, one);
      if (file) yield file;
    },
  }));
}

/** Two articles of a section may have the same address, but for their numbers. */
function freePath(stem: string, ending: string, taken: Set<string>): string {
  for (let count = 1; ; count++) {
    const path = count === 1 ? `${stem}.${ending}` : `${stem}-${count}.${ending}`;
    if (taken.has(path)) continue;
    taken.add(path);
    return path;
  }
}

/** Undefined where it is gone since it was listed. */
async function readFile(db: Db, which: { articleId: string; language: string }): Promise<string | undefined> {
  const { title, slug, wordings, bodyMarkdown, language } = articleTexts;
  const redirects = sql<string[]>`(select coalesce(json_agg(path order by path), '[]')
    from ${articleRedirects} where ${articleRedirects}.article_id = ${articles}.id)`;
  const [found] = await db
    .select({
      ...{ article: articles.id, title, section: helpSections.slug, language, audience: articles.audience, slug },
      ...{ redirects, wordings, body: bodyMarkdown, original: articles.language },
    })
    .from(articleTexts)
    .innerJoin(articles, eq(articles.id, articleTexts.articleId))
    .innerJoin(helpSections, eq(helpSections.id, articles.sectionId))
    .where(and(eq(articleTexts.articleId, which.articleId), eq(language, which.language)));
  return found && writeArticleFile({ ...found, redirects: found.original === found.language ? found.redirects : [] });
}
