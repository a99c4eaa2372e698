import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { helpSections } from "#db/schema";
import type { Language } from "~/i18n/languages";
import { slugify } from "~/models/core/text/slug";
import type { User } from "~/models/core/users/viewer";
import { articleSetUp, textDraft } from "~/models/help/articles/draft";
import { publishArticle } from "~/models/help/articles/publish-article.server";
import { createArticle, saveDraft } from "~/models/help/articles/write-article.server";
import { db } from "./database";

interface Words {
  title?: string;
  slug?: string;
  body?: string;
  wordings?: string;
}

export const textOf = (words: Words = {}) =>
  textDraft.parse({ title: "Sign in with a code", slug: "", body: "We mail you **six digits**.", ...words });

export async function addSection(name = "Getting started"): Promise<number> {
  const slug = slugify(name);
  const [known] = await db.select({ id: helpSections.id }).from(helpSections).where(eq(helpSections.slug, slug));
  if (known) return known.id;
  const [section] = await db
    .insert(helpSections)
    .values({ names: { en: name }, slug, icon: "book", position: 1 })
    .returning({ id: helpSections.id });
  return section?.id ?? 0;
}

interface Begun extends Words {
  audience?: string;
  section?: number;
  language?: Language;
}

/** Begins an article; resolves to its number. */
export async function beginArticle(
  viewer: User,
  { audience = "public", section, language = "en", ...words }: Begun = {},
) {
  const setUp = articleSetUp.parse({ section: String(section ?? (await addSection())), audience });
  const { number } = await createArticle(db, { viewer, id: uuid(), language, setUp, draft: textOf(words) });
  return number;
}

/** The same, and shows it. */
export async function addArticle(viewer: User, begun: Begun = {}): Promise<number> {
  const number = await beginArticle(viewer, begun);
  await publishArticle(db, { viewer, number, language: begun.language ?? "en", revision: 1 });
  return number;
}

/** Writes an article, which is shown, in another language, or changes it; and shows that. */
export async function publishText(
  viewer: User,
  { number, language, version = 0, ...words }: Words & { number: number; language: Language; version?: number },
): Promise<void> {
  const from = { revision: 0, version };
  const { revision } = await saveDraft(db, { viewer, number, language, draft: textOf(words), from });
  await publishArticle(db, { viewer, number, language, revision });
}
