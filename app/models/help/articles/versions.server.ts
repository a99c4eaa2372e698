import { and, desc, eq, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, articleVersions, users } from "#db/schema";
import type { Language } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { mayWriteArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { compareWords } from "./compare-words.server";
import { findTexts } from "./hold-article.server";
import { saveDraft } from "./write-article.server";

/** More of them are kept than are listed. */
const mostListed = 50;

interface InLanguage {
  articleId: string;
  language: string;
}

/** What was shown of an article in a language, the last first. */
export function listVersions(db: Db, { articleId, language }: InLanguage) {
  const { version, publishedAt } = articleVersions;
  return db
    .select({ version, publishedAt, by: users.name })
    .from(articleVersions)
    .leftJoin(users, eq(users.id, articleVersions.publishedBy))
    .where(isOf({ articleId, language }))
    .orderBy(desc(version))
    .limit(mostListed);
}

const isOf = ({ articleId, language }: InLanguage): SQL | undefined =>
  and(eq(articleVersions.articleId, articleId), eq(articleVersions.language, language));

export async function findVersion(db: Db, which: InLanguage, version: number) {
  const [found] = await db
    .select()
    .from(articleVersions)
    .where(and(isOf(which), eq(articleVersions.version, version)));
  return found;
}

interface Asked {
  viewer: User;
  number: number;
  language?: Language;
  version: number;
  /** Which one it is compared with; without it, the one before. */
  with?: number;
}

/** A version, and how it differs from another one. Undefined where there is none. Throws `forbidden`. */
export async function showVersion(db: Db, { viewer, number, language, version, with: other }: Asked) {
  if (!mayWriteArticles(viewer)) throw new DomainError("forbidden");
  const [article] = await db
    .select({ id: articles.id, language: articles.language })
    .from(articles)
    .where(eq(articles.number, number));
  if (!article) return;
  const chosen = language ?? (article.language as Language);
  const which = { articleId: article.id, language: chosen };
  const [found, before, versions, { draft, text }] = await Promise.all([
    findVersion(db, which, version),
    findVersion(db, which, other ?? version - 1),
    listVersions(db, which),
    findTexts(db, which),
  ]);
  if (!found) return;
  return {
    language: chosen,
    shown: found,
    before: before?.version,
    comparison: before && (await compareWords(before, found)),
    versions,
    hasDraft: draft !== undefined,
    from: { revision: draft?.revision ?? 0, version: text?.version ?? 0 },
  };
}

interface Restore {
  viewer: User;
  number: number;
  language: Language;
  version: number;
  from: { revision: number; version: number };
  at?: Date;
}

/** Makes what a version said the draft; its address stays. Throws `draftChangedMeanwhile`, `forbidden` or `notFound`. */
export async function restoreVersion(db: Db, { viewer, number, language, version, from, at }: Restore): Promise<void> {
  const [article] = await db.select({ id: articles.id }).from(articles).where(eq(articles.number, number));
  if (!article) throw new DomainError("notFound");
  const which = { articleId: article.id, language };
  const [old, { draft, text }] = await Promise.all([findVersion(db, which, version), findTexts(db, which)]);
  if (!old) throw new DomainError("notFound");
  const { title, bodyMarkdown: body, wordings } = old;
  const slug = (draft ?? text)?.slug ?? "";
  await saveDraft(db, { viewer, number, language, draft: { title, slug, body, wordings }, from, at });
}
