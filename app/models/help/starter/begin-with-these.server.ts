import { inArray, sql } from "drizzle-orm";
import { v5 as uuidFrom } from "uuid";
import type { Db } from "#db/client.server";
import { articles, helpSections } from "#db/schema";
import { defaultLanguage, type Language, languages } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { takeTurns } from "../../core/take-turns.server";
import { mayPublishArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { TextDraft } from "../articles/draft";
import { publishArticle } from "../articles/publish-article.server";
import { createArticle, saveDraft } from "../articles/write-article.server";
import ar from "./ar.json";
import de from "./de.json";
import en from "./en.json";

const starters: Record<Language, typeof en> = { en, de, ar };

/** Of our own making: each of them has one id, wherever it is made. */
const namespace = "6b0f7f0a-5d0e-4a3c-9a52-1c2f0a7c17a1";
const idOf = (key: string): string => uuidFrom(key, namespace);

/** How many of the articles to begin with are not here yet; archived ones are. */
export async function countMissing(db: Db): Promise<number> {
  return (await findMissing(db)).length;
}

async function findMissing(db: Db) {
  const ids = starters[defaultLanguage].map(({ key }) => idOf(key));
  const there = await db.select({ id: articles.id }).from(articles).where(inArray(articles.id, ids));
  const known = new Set(there.map(({ id }) => id));
  return starters[defaultLanguage].filter(({ key }) => !known.has(idOf(key)));
}

interface Begin {
  viewer: User;
  at?: Date;
}

/** Writes and publishes those that are missing, in every language; asked twice, once. Throws `forbidden` or `sectionGone`. */
export async function beginWithThese(db: Db, { viewer, at = new Date() }: Begin): Promise<void> {
  if (!mayPublishArticles(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await takeTurns(tx, "articles to begin with");
    for (const { key, section } of await findMissing(tx)) {
      const setUp = { section: await sectionOf(tx, section), audience: "public", owner: "", reviewOn: null } as const;
      const language = defaultLanguage;
      const draft = textOf(language, key);
      const { number } = await createArticle(tx, { viewer, id: idOf(key), language, setUp, draft, at });
      await publishArticle(tx, { viewer, number, language, revision: 1, at });
      for (const other of languages.filter((one) => one !== language)) {
        const text = textOf(other, key);
        const from = { revision: 0, version: 0 };
        const { revision } = await saveDraft(tx, { viewer, number, language: other, draft: text, from, at });
        await publishArticle(tx, { viewer, number, language: other, revision, at });
      }
    }
  });
}

function textOf(language: Language, key: string): TextDraft {
  const found = starters[language].find((one) => one.key === key);
  if (!found) throw new Error(`The article ${key} is not there in ${language}.`);
  const { title, body, wordings } = found;
  return { title, slug: "", body, wordings };
}

/** The section that it belongs to, or the first one where the team has deleted that. */
async function sectionOf(tx: Db, key: string): Promise<number> {
  const [section] = await tx
    .select({ id: helpSections.id })
    .from(helpSections)
    .orderBy(sql`${helpSections.key} = ${key} desc nulls last`, helpSections.position, helpSections.id)
    .limit(1);
  if (!section) throw new DomainError("sectionGone");
  return section.id;
}
