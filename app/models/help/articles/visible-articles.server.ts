import { and, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { isAnyOf } from "#db/any-of.server";
import { articles, articleTexts } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { visibilitiesFor } from "../../core/users/visibilities";

/** The one visibility predicate of articles; of what they say, there are texts only of what is published. */
export const visibleArticles = (viewer: Viewer): SQL | undefined =>
  and(isNull(articles.archivedAt), inArray(articles.audience, visibilitiesFor(viewer)));

/** In some language. */
export const isShown = sql`exists (select from article_texts where article_texts.article_id = articles.id)`;

/**
 * Whether a text is the one that a reader of a language gets: in theirs, or else as it was written. PostgreSQL knows how many texts there are
 * in a language, and so that it meets some soon on its way through a list.
 */
export const isTextFor = (language: string): SQL =>
  sql`(article_texts.language = ${language} or article_texts.language = articles.language and not exists (
    select from article_texts own where own.article_id = articles.id and own.language = ${language}))`;

/** By both of their keys, so that each of the two tables is read by them. */
export const isOneOf = (ids: string[]): SQL | undefined =>
  and(isAnyOf(articles.id, ids), isAnyOf(articleTexts.articleId, ids));
