import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleDrafts, articles, helpSections, users } from "#db/schema";
import type { Language } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { settleId } from "../../core/settle-id.server";
import { slugify } from "../../core/text/slug";
import { handlers, mayWriteArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { ArticleSetUp, TextDraft } from "./draft";
import { findTexts, holdArticle } from "./hold-article.server";

interface CreateArticle {
  viewer: User;
  /** Made by the client: the same form sent again gives the article that it made, another makes another. */
  id: string;
  language: Language;
  setUp: ArticleSetUp;
  draft: TextDraft;
  at?: Date;
}

/** Begins an article, which nobody but the team sees until it is published. Throws `forbidden`, `idTaken` or `sectionGone`. */
export async function createArticle(
  db: Db,
  { viewer, id: clientId, language, setUp, draft, at = new Date() }: CreateArticle,
): Promise<{ number: number }> {
  if (!mayWriteArticles(viewer)) throw new DomainError("forbidden");
  return db.transaction(async (tx) => {
    const sent = { viewer, id: clientId, content: { language, setUp, draft } };
    const { id, isThere, fingerprint } = await settleId(tx, { table: articles, owner: articles.authorId }, sent);
    if (isThere) return findNumber(tx, id);
    const placed = await placeOf(tx, setUp);
    const [made] = await tx
      .insert(articles)
      .values({ id, language, authorId: viewer.id, fingerprint, createdAt: at, ...placed })
      .returning({ number: articles.number });
    if (!made) throw new Error("An article was written and is not there.");
    await tx
      .insert(articleDrafts)
      .values({ articleId: id, language, ...columnsOf(draft), savedBy: viewer.id, savedAt: at });
    const data = { articleId: id, number: made.number, language };
    await recordEvent(tx, { type: "article.created", actorId: viewer.id, data, at });
    return made;
  });
}

async function findNumber(tx: Db, id: string): Promise<{ number: number }> {
  const [article] = await tx.select({ number: articles.number }).from(articles).where(eq(articles.id, id));
  if (!article) throw new Error("An article was there and is gone within one transaction.");
  return article;
}

/** Last in its section. */
async function placeOf(tx: Db, { section, audience, owner, reviewOn }: ArticleSetUp) {
  const [known] = await tx
    .select({ id: helpSections.id })
    .from(helpSections)
    .where(eq(helpSections.id, section))
    .for("share");
  if (!known) throw new DomainError("sectionGone", { field: "section" });
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${articles.position}), 0)` })
    .from(articles)
    .where(eq(articles.sectionId, section));
  const position = (last?.position ?? 0) + 1;
  return { sectionId: section, position, audience, ownerId: await ownerOf(tx, owner), reviewOn };
}

/** Nobody where they are not of those who write. */
async function ownerOf(tx: Db, owner: string): Promise<string | null> {
  if (!owner) return null;
  const isWriter = and(eq(users.id, owner), inArray(users.role, [...handlers]));
  const [found] = await tx.select({ id: users.id }).from(users).where(isWriter);
  return found?.id ?? null;
}

const columnsOf = ({ title, slug, body, wordings }: TextDraft) => ({
  title,
  slug: slugify(slug || title),
  bodyMarkdown: body,
  wordings,
});

interface SaveDraft {
  viewer: User;
  number: number;
  language: Language;
  draft: TextDraft;
  /** What was changed: the draft as it was saved last, or what is shown; 0 where there was none. */
  from: { revision: number; version: number };
  /** The version of the original that it says the same as; without it, the one that it was translated from before. */
  translates?: number;
  at?: Date;
}

/**
 * Keeps what is being written, where nobody has kept anything else since; the same again changes nothing. Resolves to the revision
 * that it is. Throws `draftChangedMeanwhile`, `forbidden` or `notFound`.
 */
export async function saveDraft(
  db: Db,
  { viewer, number, language, draft, from, translates, at = new Date() }: SaveDraft,
): Promise<{ revision: number }> {
  return db.transaction(async (tx) => {
    const { id: articleId, language: source } = await holdArticle(tx, viewer, number);
    const { draft: kept, text } = await findTexts(tx, { articleId, language });
    const translationOf =
      language === source
        ? null
        : (translates ?? (kept ?? text)?.translationOf ?? (await versionOf(tx, { articleId, language: source })));
    const columns = { ...columnsOf(draft), translationOf };
    if (kept && isSame(kept, columns)) return { revision: kept.revision };
    if ((kept?.revision ?? 0) !== from.revision || (text?.version ?? 0) !== from.version)
      throw new DomainError("draftChangedMeanwhile");
    if (!kept && text && isSame(text, columns)) return { revision: 0 };
    const revision = from.revision + 1;
    const saved = { ...columns, revision, savedBy: viewer.id, savedAt: at };
    await tx
      .insert(articleDrafts)
      .values({ articleId, language, ...saved })
      .onConflictDoUpdate({ target: [articleDrafts.articleId, articleDrafts.language], set: saved });
    return { revision };
  });
}

/** The version of it that is shown; null where none is. */
async function versionOf(tx: Db, which: { articleId: string; language: string }): Promise<number | null> {
  const { text } = await findTexts(tx, which as { articleId: string; language: Language });
  return text?.version ?? null;
}

type Written = Pick<
  typeof articleDrafts.$inferSelect,
  "title" | "slug" | "bodyMarkdown" | "wordings" | "translationOf"
>;

const isSame = (one: Written, other: Written): boolean =>
  one.title === other.title &&
  one.slug === other.slug &&
  one.bodyMarkdown === other.bodyMarkdown &&
  one.translationOf === other.translationOf &&
  JSON.stringify(one.wordings) === JSON.stringify(other.wordings);

interface Change {
  viewer: User;
  number: number;
  at?: Date;
}

/** Gives up what is being written; what is shown stays. Throws `forbidden` or `notFound`. */
export async function discardDraft(
  db: Db,
  { viewer, number, language, at = new Date() }: Change & { language: Language },
): Promise<void> {
  await db.transaction(async (tx) => {
    const { id: articleId } = await holdArticle(tx, viewer, number);
    const isThis = and(eq(articleDrafts.articleId, articleId), eq(articleDrafts.language, language));
    const gone = await tx.delete(articleDrafts).where(isThis).returning({ language: articleDrafts.language });
    if (gone.length === 0) return;
    const data = { articleId, number, language };
    await recordEvent(tx, { type: "article.draft_discarded", actorId: viewer.id, data, at });
  });
}

/** Says where an article stands, who may read it and who looks after it. Throws `forbidden`, `notFound` or `sectionGone`. */
export async function setUpArticle(
  db: Db,
  { viewer, number, setUp, at = new Date() }: Change & { setUp: ArticleSetUp },
): Promise<void> {
  await db.transaction(async (tx) => {
    const article = await holdArticle(tx, viewer, number);
    const placed = await placeOf(tx, setUp);
    const position = placed.sectionId === article.sectionId ? article.position : placed.position;
    const wanted = { ...placed, position };
    const fields = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((key) => wanted[key] !== article[key]);
    if (fields.length === 0) return;
    // Who looks at it again later is reminded again.
    const remindedAt = wanted.reviewOn === article.reviewOn ? article.remindedAt : null;
    await tx
      .update(articles)
      .set({ ...wanted, remindedAt })
      .where(eq(articles.id, article.id));
    const data = { articleId: article.id, number, fields };
    await recordEvent(tx, { type: "article.set_up", actorId: viewer.id, data, at });
  });
}
