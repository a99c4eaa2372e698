import { and, desc, eq, gte, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articleJudgements, articleReads } from "#db/schema";

const days = 30;
const mostListed = 20;

/** How often an article was read in the last thirty days, whom it has helped, and why not: the last to say so first, without names. */
export async function listJudgements(db: Db, articleId: string, at = new Date()) {
  const { isHelpful, reason, words, language, judgedAt } = articleJudgements;
  const isAbout = eq(articleJudgements.articleId, articleId);
  const since = new Date(at.getTime() - days * 24 * 60 * 60_000).toISOString().slice(0, 10);
  const [[reads], [counted], complaints] = await Promise.all([
    db
      .select({ count: sql<number>`coalesce(sum(${articleReads.count}), 0)::int` })
      .from(articleReads)
      .where(and(eq(articleReads.articleId, articleId), gte(articleReads.day, since))),
    db
      .select({ all: sql<number>`count(*)::int`, helped: sql<number>`count(*) filter (where ${isHelpful})::int` })
      .from(articleJudgements)
      .where(isAbout),
    db
      .select({ reason, words, language, judgedAt })
      .from(articleJudgements)
      .where(and(isAbout, eq(isHelpful, false)))
      .orderBy(desc(judgedAt), desc(articleJudgements.id))
      .limit(mostListed),
  ]);
  return { reads: reads?.count ?? 0, all: counted?.all ?? 0, helped: counted?.helped ?? 0, complaints };
}
