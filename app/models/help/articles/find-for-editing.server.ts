import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, articleVersions, users } from "#db/schema";
import type { Language } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { mayWriteArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { findTexts } from "./hold-article.server";

const mostVersions = 50;

/**
 * An article for whoever writes it in a language: what is being written, or else what is shown, and what is shown in the language that
 * it is translated from. Undefined where there is none. Throws `forbidden`.
 */
export async function findForEditing(
  db: Db,
  { viewer, number, language }: { viewer: User; number: number; language?: Language },
) {
  if (!mayWriteArticles(viewer)) throw new DomainError("forbidden");
  const [article] = await db.select().from(articles).where(eq(articles.number, number));
  if (!article) return;
  const source = article.language as Language;
  const chosen = language ?? source;
  const { version, publishedAt } = articleVersions;
  const [{ draft, text }, original, versions] = await Promise.all([
    findTexts(db, { articleId: article.id, language: chosen }),
    chosen === source ? undefined : findTexts(db, { articleId: article.id, language: source }),
    db
      .select({ version, publishedAt, by: users.name })
      .from(articleVersions)
      .leftJoin(users, eq(users.id, articleVersions.publishedBy))
      .where(and(eq(articleVersions.articleId, article.id), eq(articleVersions.language, chosen)))
      .orderBy(desc(version))
      .limit(mostVersions),
  ]);
  return {
    article,
    language: chosen,
    draft,
    text,
    original: original?.text,
    versions,
    from: { revision: draft?.revision ?? 0, version: text?.version ?? 0 },
  };
}
