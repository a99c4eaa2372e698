import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleDrafts, articleTexts, articleVersions } from "#db/schema";
import type { Language } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayPublishArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { articleLimits } from "./draft";
import { type ArticleDraft, type ArticleText, findTexts, type HeldArticle, holdArticle } from "./hold-article.server";
import { lastVersion } from "./publish-article.server";

interface AddWording {
  viewer: User;
  number: number;
  /** Where the article has no text in it, the one that it is written in. */
  language: Language;
  wording: string;
  at?: Date;
}

/**
 * Lets an article be found by another way to ask what it answers: at once, as its next version, by those who may publish; else in its
 * draft. What is being written of it gets it as well. Throws `articleArchived`, `wordingsFull`, `forbidden` or `notFound`.
 */
export async function addWording(
  db: Db,
  { viewer, number, language, wording, at = new Date() }: AddWording,
): Promise<{ isShown: boolean }> {
  return db.transaction(async (tx) => {
    const article = await holdArticle(tx, viewer, number);
    if (article.archivedAt) throw new DomainError("articleArchived");
    const own = await findTexts(tx, { articleId: article.id, language });
    const isOwn = own.draft !== undefined || own.text !== undefined;
    const { draft, text } = isOwn
      ? own
      : await findTexts(tx, { articleId: article.id, language: article.language as Language });
    const isShown = text !== undefined && mayPublishArticles(viewer);
    if (isShown) await show(tx, { viewer, article, text, wording, at });
    if (draft || !isShown) await keep(tx, { viewer, draft, text, wording, at });
    return { isShown };
  });
}

interface Added {
  viewer: User;
  wording: string;
  at: Date;
}

/** With it as the last; undefined where it is there already. */
function withWording(wordings: string[], wording: string): string[] | undefined {
  if (wordings.some((one) => one.toLowerCase() === wording.toLowerCase())) return;
  if (wordings.length >= articleLimits.wordings.most) throw new DomainError("wordingsFull");
  return [...wordings, wording];
}

async function show(
  tx: Db,
  { viewer, article, text, wording, at }: Added & { article: HeldArticle; text: ArticleText },
): Promise<void> {
  const wordings = withWording(text.wordings, wording);
  if (!wordings) return;
  const { articleId, language, title, bodyMarkdown, translationOf } = text;
  const version = (await lastVersion(tx, text)) + 1;
  await tx
    .update(articleTexts)
    .set({ wordings, version, changedAt: at })
    .where(and(eq(articleTexts.articleId, articleId), eq(articleTexts.language, language)));
  await tx.insert(articleVersions).values({
    ...{ articleId, language, version, title, bodyMarkdown, wordings, translationOf },
    ...{ publishedBy: viewer.id, publishedAt: at },
  });
  // What readers see is the same: no translation is older for it.
  if (language === article.language)
    for (const table of [articleTexts, articleDrafts])
      await tx
        .update(table)
        .set({ translationOf: version })
        .where(and(eq(table.articleId, articleId), eq(table.translationOf, text.version)));
  const data = { articleId, language, number: article.number, version };
  await recordEvent(tx, { type: "article.published", actorId: viewer.id, data, at });
}

async function keep(
  tx: Db,
  { viewer, draft, text, wording, at }: Added & { draft?: ArticleDraft; text?: ArticleText },
): Promise<void> {
  const from = draft ?? text;
  const wordings = from && withWording(from.wordings, wording);
  if (!from || !wordings) return;
  const { articleId, language, title, slug, bodyMarkdown, translationOf } = from;
  const saved = { wordings, revision: (draft?.revision ?? 0) + 1, savedBy: viewer.id, savedAt: at };
  await tx
    .insert(articleDrafts)
    .values({ articleId, language, title, slug, bodyMarkdown, translationOf, ...saved })
    .onConflictDoUpdate({ target: [articleDrafts.articleId, articleDrafts.language], set: saved });
}
