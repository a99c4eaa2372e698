import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articlePopularity, articles, articleTexts } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { isOneOf, isTextFor, visibleArticles } from "./visible-articles.server";

interface Asked {
  viewer: Viewer;
  /** The reader's. */
  language: string;
}

/** The articles of a section that a reader can read, in their order; those that come after one of them. */
export const listSectionArticles = (
  db: Db,
  { viewer, language, sectionId, after }: Asked & { sectionId: number; after?: number },
  most: number,
) => {
  const place = sql`(${articles.position}, ${articles.id})`;
  const last = sql`(select earlier.position, earlier.id from articles earlier where earlier.number = ${after ?? 0})`;
  const isLater = after === undefined ? undefined : sql`${place} > ${last}`;
  return selectListed(db, { viewer, language }, and(eq(articles.sectionId, sectionId), isLater))
    .orderBy(asc(articles.position), asc(articles.id))
    .limit(most);
};

/** What was published last. */
export const listNewestArticles = (db: Db, asked: Asked, most: number) =>
  selectListed(db, asked).orderBy(desc(articleTexts.publishedAt), desc(articleTexts.articleId)).limit(most);

/** Of these, those that a reader can read. */
export const listSomeArticles = (db: Db, asked: Asked, ids: string[]) => selectListed(db, asked, isOneOf(ids));

/** What is read most lately. */
export const listMostRead = (db: Db, asked: Asked, most: number) =>
  selectListed(db, asked)
    .innerJoin(articlePopularity, eq(articlePopularity.articleId, articles.id))
    .orderBy(desc(articlePopularity.heat), desc(articlePopularity.articleId))
    .limit(most);

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
