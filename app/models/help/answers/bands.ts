import type { Ranked, Ranking } from "./article-index";

/** Whether an article answers what was asked, or only might. */
export type Band = "sure" | "unsure";

/**
 * From what on the best article is sure; fitted on questions of people, on questions of something else, and on questions whose article
 * was taken out (tests/bench/answers), so that of these few are sure.
 */
const weights = { title: 0.42, all: 0.37, titlePairs: 0.32, allPairs: 0.42, lead: 1.33, score: 0.165, words: 0.016 };
const threshold = 4.1;

/** The best article of a ranking is sure where it says what was asked and the next one says much less. */
export function bandOf([best, next]: Ranked[], { asked }: Pick<Ranking, "asked">): Band {
  if (!best) return "unsure";
  const lead = (best.score - (next?.score ?? 0)) / Math.max(asked.weight, 0.1);
  const { title, all, titlePairs, allPairs } = best.covered;
  const sum =
    weights.title * title +
    weights.all * all +
    weights.titlePairs * titlePairs +
    weights.allPairs * allPairs +
    weights.lead * lead +
    weights.score * best.score +
    weights.words * Math.min(asked.words, 12);
  return sum > threshold ? "sure" : "unsure";
}

const least = { words: 0.3, pieces: 0.4 };

/** Whether an article has enough of what was asked to be shown at all; with typos, of its letters. */
export const isWorthShowing = ({ covered }: Ranked): boolean =>
  covered.all >= least.words || covered.pieces >= least.pieces;
