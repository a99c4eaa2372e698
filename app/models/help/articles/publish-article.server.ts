import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleDrafts, articles, articleTexts, articleVersions } from "#db/schema";
import type { Language } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { renderMarkdown } from "../../core/text/markdown.server";
import { mayPublishArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { type ArticleDraft, findTexts, type HeldArticle, holdArticle } from "./hold-article.server";

interface Change {
  viewer: User;
  number: number;
  at?: Date;
}

interface InLanguage extends Change {
  language: Language;
}

interface Publish extends InLanguage {
  /** The draft as whoever publishes it has read it. */
  revision: number;
}

/**
 * Shows what was written of an article in a language: as its next version, which is never changed again. Published twice it is one.
 * Throws `draftChangedMeanwhile`, `nothingToPublish`, `articleArchived`, `busy`, `forbidden` or `notFound`.
 */
export async function publishArticle(db: Db, input: Publish): Promise<void> {
  const { viewer, number, language, revision, at = new Date() } = input;
  if (!mayPublishArticles(viewer)) throw new DomainError("forbidden");
  const read = await readDraft(db, { number, language });
  if (!read) throw new DomainError("nothingToPublish");
  const rendered = await renderMarkdown(read.bodyMarkdown, viewer.id);
  await db.transaction(async (tx) => {
    const article = await holdArticle(tx, viewer, number);
    const { draft } = await findTexts(tx, { articleId: article.id, language });
    if (!draft) throw new DomainError("nothingToPublish");
    if (draft.revision !== revision || draft.bodyMarkdown !== read.bodyMarkdown)
      throw new DomainError("draftChangedMeanwhile");
    await publishHeld(tx, { viewer, article, draft, rendered, at });
  });
}

async function readDraft(db: Db, { number, language }: { number: number; language: string }) {
  const [draft] = await db
    .select({ bodyMarkdown: articleDrafts.bodyMarkdown })
    .from(articleDrafts)
    .innerJoin(articles, eq(articles.id, articleDrafts.articleId))
    .where(and(eq(articles.number, number), eq(articleDrafts.language, language)));
  return draft;
}

interface Held {
  viewer: User;
  article: HeldArticle;
  draft: ArticleDraft;
  rendered: Awaited<ReturnType<typeof renderMarkdown>>;
  at: Date;
}

/** Of an article that its caller holds. */
export async function publishHeld(tx: Db, { viewer, article, draft, rendered, at }: Held): Promise<void> {
  if (article.archivedAt) throw new DomainError("articleArchived");
  const { articleId, language, title, slug, bodyMarkdown, wordings, translationOf } = draft;
  const which = { articleId, language };
  const { text } = await findTexts(tx, which as { articleId: string; language: Language });
  const version = (await lastVersion(tx, which)) + 1;
  const words = { title, bodyMarkdown, wordings, translationOf, version };
  const { html: bodyHtml, excerpt, version: htmlVersion } = rendered;
  const shown = { ...words, slug, bodyHtml, excerpt, htmlVersion, changedAt: at, publishedAt: text?.publishedAt ?? at };
  await tx
    .insert(articleTexts)
    .values({ ...which, ...shown })
    .onConflictDoUpdate({ target: [articleTexts.articleId, articleTexts.language], set: shown });
  await tx.insert(articleVersions).values({ ...which, ...words, publishedBy: viewer.id, publishedAt: at });
  await tx
    .delete(articleDrafts)
    .where(and(eq(articleDrafts.articleId, articleId), eq(articleDrafts.language, language)));
  await recordEvent(tx, {
    type: "article.published",
    actorId: viewer.id,
    data: { ...which, number: article.number, version },
    at,
  });
}

export async function lastVersion(
  tx: Db,
  { articleId, language }: { articleId: string; language: string },
): Promise<number> {
  const [last] = await tx
    .select({ version: sql<number>`coalesce(max(${articleVersions.version}), 0)` })
    .from(articleVersions)
    .where(and(eq(articleVersions.articleId, articleId), eq(articleVersions.language, language)));
  return last?.version ?? 0;
}

/** Takes an article out of every list, in all its languages; it can come back. Throws `forbidden` or `notFound`. */
export const archiveArticle = (db: Db, change: Change): Promise<void> => shelve(db, change, true);

/** Shows an archived article again, as it was. Throws `forbidden` or `notFound`. */
export const restoreArticle = (db: Db, change: Change): Promise<void> => shelve(db, change, false);

async function shelve(db: Db, { viewer, number, at = new Date() }: Change, isAway: boolean): Promise<void> {
  if (!mayPublishArticles(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const { id, archivedAt } = await holdArticle(tx, viewer, number);
    if ((archivedAt !== null) === isAway) return;
    await tx
      .update(articles)
      .set({ archivedAt: isAway ? at : null })
      .where(eq(articles.id, id));
    const type = isAway ? "article.archived" : "article.restored";
    await recordEvent(tx, { type, actorId: viewer.id, data: { articleId: id, number }, at });
  });
}
