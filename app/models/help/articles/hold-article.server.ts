import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleDrafts, articles, articleTexts } from "#db/schema";
import type { Language } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { mayWriteArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";

export type HeldArticle = typeof articles.$inferSelect;
export type ArticleDraft = typeof articleDrafts.$inferSelect;
export type ArticleText = typeof articleTexts.$inferSelect;

/** The article as it stands now, kept still until the transaction ends; for those who may write. Throws `forbidden` or `notFound`. */
export async function holdArticle(tx: Db, viewer: User, number: number): Promise<HeldArticle> {
  if (!mayWriteArticles(viewer)) throw new DomainError("forbidden");
  const [article] = await tx.select().from(articles).where(eq(articles.number, number)).for("update");
  if (!article) throw new DomainError("notFound");
  return article;
}

/** What is being written of an article in a language, and what is shown of it. */
export async function findTexts(
  db: Db,
  { articleId, language }: { articleId: string; language: Language },
): Promise<{ draft?: ArticleDraft; text?: ArticleText }> {
  const [[draft], [text]] = await Promise.all([
    db
      .select()
      .from(articleDrafts)
      .where(and(eq(articleDrafts.articleId, articleId), eq(articleDrafts.language, language))),
    db
      .select()
      .from(articleTexts)
      .where(and(eq(articleTexts.articleId, articleId), eq(articleTexts.language, language))),
  ]);
  return { draft, text };
}
