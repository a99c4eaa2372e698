import { and, asc, desc, eq, gte, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleReads, articles, articleTexts } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { isTextFor, visibleArticles } from "./visible-articles.server";

interface Asked {
  viewer: Viewer;
  /** The reader's. */
  language: string;
}

export type ListedArticle = Awaited<ReturnType<typeof listSectionArticles>>[number];

/** The articles of a section that a reader can read, in their order. */
export const listSectionArticles = (db: Db, { viewer, language, sectionId }: Asked & { sectionId: number }) =>
  selectListed(db, { viewer, language }, eq(articles.sectionId, sectionId)).orderBy(
    asc(articles.position),
    asc(articles.id),
  );

/** What was published last. */
export const listNewestArticles = (db: Db, asked: Asked, most: number) =>
  selectListed(db, asked).orderBy(desc(articleTexts.publishedAt), desc(articles.id)).limit(most);

/** What was read most since a day, such as `2026-11-01`. */
export const listMostRead = (db: Db, asked: Asked & { since: string }, most: number) => {
  const reads = db
    .select({ articleId: articleReads.articleId, count: sql<number>`sum(${articleReads.count})::int`.as("reads") })
    .from(articleReads)
    .where(gte(articleReads.day, asked.since))
    .groupBy(articleReads.articleId)
    .as("reads");
  return selectListed(db, asked)
    .innerJoin(reads, eq(reads.articleId, articles.id))
    .orderBy(desc(reads.count), asc(articles.id))
    .limit(most);
};

function selectListed(db: Db, { viewer, language }: Asked, which?: SQL) {
  const { title, slug, excerpt, language: shownIn, publishedAt, changedAt } = articleTexts;
  return db
    .select({
      ...{ id: articles.id, number: articles.number, title, slug, excerpt, language: shownIn },
      ...{ publishedAt, changedAt },
    })
    .from(articles)
    .innerJoin(articleTexts, eq(articleTexts.articleId, articles.id))
    .where(and(visibleArticles(viewer), isTextFor(language), which));
}
