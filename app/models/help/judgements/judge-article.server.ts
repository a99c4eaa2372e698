import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleJudgements, articles, articleTexts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import type { Viewer } from "../../core/users/viewer";
import { visibleArticles } from "../articles/visible-articles.server";
import type { JudgementDraft } from "./judgement";

/** Whoever is signed in, or else a browser, by what its cookie says, hashed. */
export interface Judge {
  viewer: Viewer;
  browser?: string;
}

/**
 * Says whether an article has helped. Each person, or browser, has said it once: what they say next takes its place. Throws `notFound`.
 */
export async function judgeArticle(
  db: Db,
  { judge, number, draft, at = new Date() }: { judge: Judge; number: number; draft: JudgementDraft; at?: Date },
): Promise<void> {
  const { viewer, browser } = judge;
  const { language, helpful, reason, words } = draft;
  await db.transaction(async (tx) => {
    const articleId = await findRead(tx, { viewer, number, language });
    // Whoever has signed in meanwhile speaks for their browser, too.
    if (viewer && browser) await tx.delete(articleJudgements).where(isBrowsers(articleId, browser));
    const isHelpful = helpful === "yes";
    const why = isHelpful ? { reason: null, words: null } : { reason: reason ?? null, words: words || null };
    const said = { language, isHelpful, ...why, judgedAt: at };
    const by = viewer ? { userId: viewer.id } : { browser: browser ?? "" };
    const { articleId: article, userId, browser: ofBrowser } = articleJudgements;
    await tx
      .insert(articleJudgements)
      .values({ articleId, ...by, ...said })
      .onConflictDoUpdate({
        target: [article, viewer ? userId : ofBrowser],
        targetWhere: viewer ? sql`user_id is not null` : sql`browser is not null`,
        set: said,
      });
  });
}

/** Takes back what somebody said of an article; nothing where they have said nothing. */
export async function withdrawJudgement(db: Db, { judge, number }: { judge: Judge; number: number }): Promise<void> {
  const isThis = sql`${articleJudgements.articleId} = (select id from articles where number = ${number})`;
  await db.delete(articleJudgements).where(and(isThis, isBy(judge)));
}

/** What somebody has said of an article; undefined where it is nothing. */
export async function findJudgement(db: Db, judge: Judge, articleId: string) {
  if (!judge.viewer && !judge.browser) return;
  const { isHelpful, reason, words } = articleJudgements;
  const [found] = await db
    .select({ isHelpful, reason, words })
    .from(articleJudgements)
    .where(and(eq(articleJudgements.articleId, articleId), isBy(judge)));
  return found;
}

export type Judgement = NonNullable<Awaited<ReturnType<typeof findJudgement>>>;

const isBy = ({ viewer, browser }: Judge): SQL =>
  viewer ? eq(articleJudgements.userId, viewer.id) : eq(articleJudgements.browser, browser ?? "");

const isBrowsers = (articleId: string, browser: string): SQL | undefined =>
  and(eq(articleJudgements.articleId, articleId), eq(articleJudgements.browser, browser));

/** The id of an article that is there to be read in a language. */
async function findRead(
  tx: Db,
  { viewer, number, language }: { viewer: Viewer; number: number; language: string },
): Promise<string> {
  const [found] = await tx
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(articleTexts, and(eq(articleTexts.articleId, articles.id), eq(articleTexts.language, language)))
    .where(and(eq(articles.number, number), visibleArticles(viewer)));
  if (!found) throw new DomainError("notFound");
  return found.id;
}
