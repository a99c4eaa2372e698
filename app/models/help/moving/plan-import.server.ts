import { and, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleDrafts, articles, articleTexts } from "#db/schema";
import type { ArticleFile } from "#db/schema/help/moving";

/** `held`: the team has archived it or is writing it, and nobody's draft is overwritten. */
type Fate = "new" | "changed" | "same" | "held";

/** What would become of each file. */
export async function planImport(db: Db, files: ArticleFile[]): Promise<{ file: ArticleFile; fate: Fate }[]> {
  const ids = [...new Set(files.map(({ article }) => article))];
  if (ids.length === 0) return [];
  const [texts, drafts, archived] = await Promise.all([
    db.select().from(articleTexts).where(inArray(articleTexts.articleId, ids)),
    db
      .select({ articleId: articleDrafts.articleId, language: articleDrafts.language })
      .from(articleDrafts)
      .where(inArray(articleDrafts.articleId, ids)),
    db
      .select({ id: articles.id })
      .from(articles)
      .where(and(inArray(articles.id, ids), isNotNull(articles.archivedAt))),
  ]);
  const gone = new Set(archived.map(({ id }) => id));
  const keyOf = (id: string, language: string) => `${id} ${language}`;
  const shown = new Map(texts.map((text) => [keyOf(text.articleId, text.language), text]));
  const held = new Set(drafts.map((draft) => keyOf(draft.articleId, draft.language)));
  return files.map((file) => {
    const key = keyOf(file.article, file.language);
    const text = shown.get(key);
    if (held.has(key) || gone.has(file.article)) return { file, fate: "held" };
    if (!text) return { file, fate: "new" };
    return { file, fate: isSame(text, file) ? "same" : "changed" };
  });
}

const isSame = (text: typeof articleTexts.$inferSelect, file: ArticleFile): boolean =>
  text.title === file.title &&
  text.bodyMarkdown === file.body &&
  JSON.stringify(text.wordings) === JSON.stringify(file.wordings);

/** Numbers of articles by their ids. */
export async function findNumbers(db: Db, ids: string[]): Promise<Map<string, number>> {
  const found = await db
    .select({ id: articles.id, number: articles.number })
    .from(articles)
    .where(inArray(articles.id, ids));
  return new Map(found.map(({ id, number }) => [id, number]));
}
