import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { articles, articleTexts } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { isTextFor, visibleArticles } from "../articles/visible-articles.server";
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

/** What others may not see must not take the place of what they may. */
const mostRanked = 100;

/** Articles that answer a question, of those that the viewer may read, the best first; none where little is in common. */
export async function findAnswers(db: Db, { viewer, language, question, most }: Question): Promise<FoundArticle[]> {
  const index = await liveIndex(db, language);
  const { found: ranked, asked } = index.rank(question, mostRanked);
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
    .where(
      and(
        inArray(
          articles.id,
          found.map(({ id }) => id),
        ),
        visibleArticles(viewer),
        isTextFor(language),
      ),
    );
  const byId = new Map(shown.map((one) => [one.id, one]));
  const visible = found.filter(({ id }) => byId.has(id));
  const band = bandOf(visible, { asked });
  return visible.slice(0, most).flatMap(({ id, score, passage }, place) => {
    const article = byId.get(id);
    return article ? [{ ...article, score, passage, band: place === 0 ? band : "unsure" }] : [];
  });
}
