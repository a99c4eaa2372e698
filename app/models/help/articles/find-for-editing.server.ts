import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, users } from "#db/schema";
import type { Language } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { mayWriteArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { compareWords } from "./compare-words.server";
import { type ArticleText, findTexts } from "./hold-article.server";
import { findVersion, listVersions } from "./versions.server";

/**
 * An article for whoever writes it in a language: what is being written, or else what is shown, and what is shown in the language that
 * it is translated from, with what changed of that since. Undefined where there is none. Throws `forbidden`.
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
  const [{ draft, text }, original, versions] = await Promise.all([
    findTexts(db, { articleId: article.id, language: chosen }),
    chosen === source ? undefined : findTexts(db, { articleId: article.id, language: source }),
    listVersions(db, { articleId: article.id, language: chosen }),
  ]);
  const translationOf = (draft ?? text)?.translationOf;
  return {
    article,
    language: chosen,
    draft,
    text,
    draftBy: await nameOf(db, draft?.savedBy),
    original: original?.text,
    changes: original?.text && translationOf ? await changesSince(db, original.text, translationOf) : undefined,
    versions,
    from: { revision: draft?.revision ?? 0, version: text?.version ?? 0 },
  };
}

async function nameOf(db: Db, id: string | null | undefined): Promise<string | null> {
  if (!id) return null;
  const [found] = await db.select({ name: users.name }).from(users).where(eq(users.id, id));
  return found?.name ?? null;
}

/** What of the original is not what was translated. */
async function changesSince(db: Db, original: ArticleText, version: number) {
  if (version >= original.version) return;
  const translated = await findVersion(db, original, version);
  return translated && (await compareWords(translated, original));
}
