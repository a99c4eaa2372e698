import { setTimeout as pause } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, articleTexts } from "#db/schema";
import { inOtherWords, keysOfQuestion } from "../../core/synonyms/other-words";
import { findSynonyms } from "../../core/synonyms/read-synonyms.server";
import type { Viewer } from "../../core/users/viewer";
import { isOneOf, isTextFor, visibleArticles } from "../articles/visible-articles.server";
import type { ArticleIndex, Ranked, Ranking } from "./article-index";
import { type Band, bandOf, isWorthShowing } from "./bands";
import { liveIndex } from "./live-index.server";

export interface FoundArticle {
  id: string;
  number: number;
  slug: string;
  title: string;
  excerpt: string;
  /** That it is shown in. */
  language: string;
  changedAt: Date;
  score: number;
  /** Only the first can be sure. */
  band: Band;
  /** What of it says most of what was asked, as plain text. */
  passage: string;
}

interface Question {
  viewer: Viewer;
  /** The reader's. */
  language: string;
  question: string;
  most: number;
}

/** Milliseconds: where a process has just begun and there are very many articles, a page comes without them. */
const patience = 5000;

/** What others may not see must not take the place of what they may. */
const mostRanked = 100;

/** Articles that answer a question, of those that the viewer may read, the best first; none where little is in common. */
export async function findAnswers(db: Db, { viewer, language, question, most }: Question): Promise<FoundArticle[]> {
  const index = await Promise.race([liveIndex(db, language), pause(patience, undefined, { ref: false })]);
  if (!index) return [];
  const synonyms = (await findSynonyms(db, keysOfQuestion(question))).map(({ words }) => words);
  const { found: ranked, asked } = rankAll(index, [question, ...inOtherWords(question, synonyms)]);
  const found = ranked.filter(isWorthShowing);
  if (found.length === 0) return [];
  const { title, slug, excerpt, changedAt } = articleTexts;
  const shown = await db
    .select({
      id: articles.id,
      number: articles.number,
      title,
      slug,
      excerpt,
      language: articleTexts.language,
      changedAt,
    })
    .from(articles)
    .innerJoin(articleTexts, eq(articleTexts.articleId, articles.id))
    .where(and(isOneOf(found.map(({ id }) => id)), visibleArticles(viewer), isTextFor(language)));
  const byId = new Map(shown.map((one) => [one.id, one]));
  const visible = found.filter(({ id }) => byId.has(id));
  const band = bandOf(visible, { asked });
  return visible.slice(0, most).flatMap(({ id, score, passage }, place) => {
    const article = byId.get(id);
    return article ? [{ ...article, score, passage, band: place === 0 ? band : "unsure" }] : [];
  });
}

/** The best that each article is, whichever way it was asked for. */
function rankAll(index: ArticleIndex, [question = "", ...others]: string[]): Ranking {
  const ranking = index.rank(question, mostRanked);
  if (others.length === 0) return ranking;
  const best = new Map<string, Ranked>();
  for (const one of [ranking, ...others.map((other) => index.rank(other, mostRanked))].flatMap(({ found }) => found))
    if (one.score > (best.get(one.id)?.score ?? 0)) best.set(one.id, one);
  return { ...ranking, found: [...best.values()].sort((a, b) => b.score - a.score).slice(0, mostRanked) };
}
