import type { DeskFigures, Rated, Worked } from "./desk-figures";
import type { Spread } from "./spread";

export const rowColumns = ["what", "of", "count", "mean", "median", "p90"] as const;

export type FigureRow = [what: string, of: string, count: number, ...number[]];

/** The same figures for a spreadsheet: times in seconds, the mean of ratings of 5. */
export function rowsOf(figures: DeskFigures, overTime: Rated[]): FigureRow[] {
  const { category, priority, source, backlog, mails } = figures;
  return [
    ["opened", "", figures.opened],
    ["resolved", "", figures.resolved],
    ["reopened", "", figures.reopened],
    ["rated", "", figures.answers],
    ...Object.entries({ category, priority, source, backlog, mail: mails }).flatMap(([what, shares]) =>
      shares.map(({ key, count }): FigureRow => [what, key, count]),
    ),
    ...figures.hours.map((count, hour): FigureRow => ["hour", String(hour), count]),
    ...figures.times.flatMap(({ kind, hours, clock, met, late }): FigureRow[] => [
      rowOf("business_hours", kind, hours),
      rowOf("around_the_clock", kind, clock),
      ["promise_met", kind, met],
      ["promise_late", kind, late],
    ]),
    ...figures.ratings.map((count, i): FigureRow => ["rating", String(i + 1), count]),
    ...overTime.map(
      ({ from, count, mean }): FigureRow => ["rating_from", from, count, ...(mean === null ? [] : [mean])],
    ),
    ...workRows("agent", figures.agents),
    ...workRows("tier", figures.tiers),
  ];
}

const rowOf = (what: string, of: string, spread: Spread | null): FigureRow =>
  spread ? [what, of, spread.count, spread.mean, spread.median, spread.p90] : [what, of, 0];

const workRows = (whose: string, all: Worked[]): FigureRow[] =>
  all.flatMap(({ key, resolved, firstResponse, resolution, rating, ratings }) => [
    [`${whose}_resolved`, key, resolved],
    rowOf(`${whose}_first_response`, key, firstResponse),
    rowOf(`${whose}_resolution`, key, resolution),
    [`${whose}_rating`, key, ratings, ...(rating === null ? [] : [rating])],
  ]);
