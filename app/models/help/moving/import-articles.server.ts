import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import {
  articleDrafts,
  articleImports,
  articleRedirects,
  articles,
  articleTexts,
  helpSections,
  users,
} from "#db/schema";
import type { ArticleFile, MadeText } from "#db/schema/help/moving";
import type { Language } from "~/i18n/languages";
import { DomainError } from "../../core/domain-error";
import { takeTurns } from "../../core/take-turns.server";
import { cleanLine } from "../../core/text/clean";
import { renderInJob } from "../../core/text/markdown.server";
import { slugify } from "../../core/text/slug";
import { mayPublishArticles } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { TextDraft } from "../articles/draft";
import { findTexts, holdArticle } from "../articles/hold-article.server";
import { archiveArticle, publishHeld } from "../articles/publish-article.server";
import { findVersion } from "../articles/versions.server";
import { createArticle, saveDraft } from "../articles/write-article.server";
import { createSection } from "../sections/edit-sections.server";
import { findNumbers, planImport } from "./plan-import.server";
import { readArticle } from "./read-article";

interface Receive {
  viewer: User;
  /** Made by the form, which brings them once. */
  id: string;
  fileName: string;
  files: { path: string; text: string }[];
  at?: Date;
}

/** Keeps what somebody brings; nothing is made of it yet. Throws `forbidden`. */
export async function receiveArticles(
  db: Db,
  { viewer, id, fileName, files, at = new Date() }: Receive,
): Promise<void> {
  if (!mayPublishArticles(viewer)) throw new DomainError("forbidden");
  const read = files.map(({ path, text }) => ({ path, file: readArticle(path, text) }));
  const known = read.flatMap(({ file }) => file ?? []);
  const leftOut = read.flatMap(({ path, file }) => (file ? [] : [cleanLine(path).slice(-200).toWellFormed()]));
  // What an article was written in comes before its translations.
  known.sort((one, other) => Number(isTranslation(one)) - Number(isTranslation(other)));
  await db
    .insert(articleImports)
    .values({ id, startedBy: viewer.id, fileName, files: known, leftOut, createdAt: at })
    .onConflictDoNothing();
}

const isTranslation = ({ language, original }: ArticleFile): boolean => language !== original;

/** An import, and what would become of its files now. Throws `forbidden` or `notFound`. */
export async function findImport(db: Db, viewer: User, id: string) {
  if (!mayPublishArticles(viewer)) throw new DomainError("forbidden");
  const [found] = await db.select().from(articleImports).where(eq(articleImports.id, id));
  if (!found) throw new DomainError("notFound");
  return { ...found, plan: found.startedAt ? [] : await planImport(db, found.files) };
}

/** The last ones. Throws `forbidden`. */
export async function listImports(db: Db, viewer: User) {
  if (!mayPublishArticles(viewer)) throw new DomainError("forbidden");
  const { id, fileName, createdAt, doneAt, undoneAt } = articleImports;
  return db
    .select({ id, fileName, createdAt, doneAt, undoneAt })
    .from(articleImports)
    .orderBy(desc(createdAt), asc(id))
    .limit(20);
}

/** Has a job write it, once. Throws `forbidden` or `notFound`. */
export async function startImport(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: string; at?: Date },
): Promise<void> {
  if (!mayPublishArticles(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const isWaiting = and(eq(articleImports.id, id), isNull(articleImports.startedAt));
    const started = await tx.update(articleImports).set({ startedAt: at }).where(isWaiting).returning();
    if (started.length > 0)
      await enqueue(tx, [{ name: "import-articles", data: { importId: id, actorId: viewer.id } }]);
    else if ((await tx.$count(articleImports, eq(articleImports.id, id))) === 0) throw new DomainError("notFound");
  });
}

interface Work {
  importId: string;
  /** In whose name. */
  actorId: string;
}

/** Writes and publishes what is not there yet, text by text, or takes it back; goes on where it broke off. */
export async function writeImport(db: Db, { importId: id, actorId }: Work, at: Date): Promise<void> {
  const [found] = await db.select().from(articleImports).where(eq(articleImports.id, id));
  const viewer = await findActor(db, actorId);
  if (!found?.startedAt || !viewer) return;
  if (found.undoneAt) for (const made of found.made.toReversed()) await takeBack(db, { viewer, made, at });
  if (found.doneAt) return;
  for (const { file, fate } of await planImport(db, found.files)) {
    if (fate === "same" || fate === "held") continue;
    const rendered = await renderInJob(file.body, "import-articles");
    await db.transaction(async (tx) => {
      await takeTurns(tx, `import ${id}`);
      const made = await publishFile(tx, { viewer, file, rendered, at });
      const [row] = await tx
        .select({ made: articleImports.made })
        .from(articleImports)
        .where(eq(articleImports.id, id));
      await tx
        .update(articleImports)
        .set({ made: [...(row?.made ?? []), made] })
        .where(eq(articleImports.id, id));
    });
  }
  await db.update(articleImports).set({ doneAt: at }).where(eq(articleImports.id, id));
}

async function findActor(db: Db, id: string): Promise<User | undefined> {
  const { name, role, language } = users;
  const [found] = await db
    .select({ id: users.id, name, role, language })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.blockedAt)));
  return found && mayPublishArticles(found) ? found : undefined;
}

interface Publish {
  viewer: User;
  file: ArticleFile;
  rendered: Awaited<ReturnType<typeof renderInJob>>;
  at: Date;
}

async function publishFile(tx: Db, { viewer, file, rendered, at }: Publish): Promise<MadeText> {
  const { title, slug, body, wordings } = file;
  const language = file.language as Language;
  const draft: TextDraft = { title, slug, body, wordings };
  const number =
    (await findNumbers(tx, [file.article])).get(file.article) ?? (await begin(tx, viewer, file, draft, at));
  const which = { articleId: file.article, language };
  const before = (await findTexts(tx, which)).text?.version ?? 0;
  const from = { revision: (await findTexts(tx, which)).draft?.revision ?? 0, version: before };
  await saveDraft(tx, { viewer, number, language, draft, from, at });
  const article = await holdArticle(tx, viewer, number);
  const { draft: held } = await findTexts(tx, which);
  if (held) await publishHeld(tx, { viewer, article, draft: held, rendered, at });
  const { text } = await findTexts(tx, which);
  return { number, language, before, version: text?.version ?? before };
}

async function begin(tx: Db, viewer: User, file: ArticleFile, draft: TextDraft, at: Date): Promise<number> {
  const section = await sectionOf(tx, viewer, file, at);
  const audience = file.audience as "public" | "members" | "staff";
  const setUp = { section, audience, owner: "", reviewOn: null };
  const language = file.language as Language;
  const { number } = await createArticle(tx, { viewer, id: file.article, language, setUp, draft, at });
  const paths = file.redirects.map((path) => ({ path, articleId: file.article }));
  if (paths.length > 0) await tx.insert(articleRedirects).values(paths).onConflictDoNothing();
  return number;
}

/** The section of that address; one that is not there yet is made. */
async function sectionOf(tx: Db, viewer: User, { section, language }: ArticleFile, at: Date): Promise<number> {
  const slug = slugify(section) || "imported";
  const find = () => tx.select({ id: helpSections.id }).from(helpSections).where(eq(helpSections.slug, slug));
  const [known] = await find();
  if (known) return known.id;
  const draft = { names: { [language]: section || slug }, descriptions: {}, slug, icon: "book" } as const;
  await createSection(tx, { viewer, draft: draft as never, at });
  const [made] = await find();
  if (!made) throw new Error("A section was not there after it was added.");
  return made.id;
}

/**
 * Has a job take back what an import has published and nobody has changed since: what was shown before is shown again, articles that came
 * with it are archived, and translations are gone. Asked twice, once. Throws `forbidden`.
 */
export async function undoImport(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: string; at?: Date },
): Promise<void> {
  if (!mayPublishArticles(viewer)) throw new DomainError("forbidden");
  const isDone = and(eq(articleImports.id, id), isNotNull(articleImports.doneAt), isNull(articleImports.undoneAt));
  await db.transaction(async (tx) => {
    const taken = await tx
      .update(articleImports)
      .set({ undoneAt: at })
      .where(isDone)
      .returning({ id: articleImports.id });
    if (taken.length > 0) await enqueue(tx, [{ name: "import-articles", data: { importId: id, actorId: viewer.id } }]);
  });
}

async function takeBack(db: Db, { viewer, made, at }: { viewer: User; made: MadeText; at: Date }): Promise<void> {
  const language = made.language as Language;
  const { number, before, version } = made;
  const [article] = await db.select().from(articles).where(eq(articles.number, number));
  if (!article) return;
  const which = { articleId: article.id, language };
  const old = await findVersion(db, which, before);
  const rendered = old && (await renderInJob(old.bodyMarkdown, "import-articles"));
  await db.transaction(async (tx) => {
    const held = await holdArticle(tx, viewer, number);
    const { draft, text } = await findTexts(tx, which);
    if (draft || text?.version !== version) return;
    if (old && rendered) {
      const words = { title: old.title, slug: text.slug, body: old.bodyMarkdown, wordings: old.wordings };
      await saveDraft(tx, { viewer, number, language, draft: words, from: { revision: 0, version }, at });
      const { draft: again } = await findTexts(tx, which);
      if (again) await publishHeld(tx, { viewer, article: held, draft: again, rendered, at });
    } else if (language === article.language) {
      // What somebody has written of it since would be gone with it.
      const [texts, drafts] = [eq(articleTexts.articleId, article.id), eq(articleDrafts.articleId, article.id)];
      const others = (await tx.$count(articleTexts, texts)) - 1 + (await tx.$count(articleDrafts, drafts));
      if (others === 0) await archiveArticle(tx, { viewer, number, at });
    } else
      await tx
        .delete(articleTexts)
        .where(and(eq(articleTexts.articleId, article.id), eq(articleTexts.language, language)));
  });
}
