import type { Way, Wish } from "./wish";

export interface How {
  /** Only where words have one of these weights. */
  weights?: string;
  /** Only what was asked for itself, not what says the same. */
  isOwn?: boolean;
  /** Only whole words and what holds together, not what begins with half a word, and no words from here and there. */
  isWhole?: boolean;
  /** Words that have to be near each other anywhere: for what weighs how near they are, and else would do so many times over. */
  isLoose?: boolean;
}

/**
 * What PostgreSQL is to look for: every wish, each in one of its ways. Words hold letters and digits only, so that nothing
 * has to be quoted.
 */
export function tsqueryOf(wishes: Wish[], how: How = {}): string {
  return wishes.map((wish) => wishQuery(wish, how)).join(" & ");
}

export function wishQuery({ own, other, tagIds }: Wish, how: How = {}): string {
  const { weights = "", isOwn = false, isWhole = false, isLoose = false } = how;
  const ways = (isOwn ? own : [...own, ...other]).filter((way) => !isWhole || isWholeWay(way));
  const all = [...ways.map((way) => wayQuery(way, weights, isLoose)), ...tagIds.map((id) => quote(`tag=${id}`))];
  return `(${[...new Set(all)].join(" | ")})`;
}

const isWholeWay = ({ words, isPhrase, near, isBeginning, areBeginnings }: Way): boolean =>
  !isBeginning && !areBeginnings && Boolean(words.length === 1 || isPhrase || near);

/** Whether it may be met by less than a whole as well. */
export const mayBeHalf = ({ own }: Wish): boolean => !own.every(isWholeWay) && own.some(isWholeWay);

function wayQuery(
  { words, isPhrase, near, isBeginning, areBeginnings }: Way,
  weights: string,
  isLoose: boolean,
): string {
  if (near) return nearQuery(near, weights, isLoose);
  const isOpen = (i: number) => areBeginnings || (isBeginning && i === words.length - 1);
  const ends = words.map((_, i) => `${isOpen(i) ? "*" : ""}${weights}`);
  const quoted = words.map((word, i) => quote(word) + (ends[i] && `:${ends[i]}`));
  return quoted.length === 1 ? (quoted[0] ?? "") : `(${quoted.join(isPhrase ? " <-> " : " & ")})`;
}

/** "Read a note aloud" reads aloud. Of more than two words nobody leaves room between them. */
function nearQuery(near: string[][], weights: string, isLoose: boolean): string {
  const all = near.map((forms) => `(${forms.map((form) => quote(form) + (weights && `:${weights}`)).join(" | ")})`);
  const [first, second] = all;
  if (isLoose) return `(${all.join(" & ")})`;
  if (all.length !== 2) return `(${all.join(" <-> ")})`;
  return `(${[1, 2, 3].map((far) => `${first} <${far}> ${second}`).join(" | ")})`;
}

const quote = (word: string): string => `'${word}'`;

export interface Filters {
  boardId?: number;
  kind?: string;
  statuses?: string[];
  tagId?: number;
  /** What is there takes no place among the candidates of those who may not see it. */
  hiddenBoardIds: number[];
}

/** What filters add to a `tsquery`. */
export function filtersQuery({ boardId, kind, statuses, tagId, hiddenBoardIds }: Filters): string {
  const wanted = [
    ...(boardId ? [quote(`board=${boardId}`)] : []),
    ...(kind ? [quote(`kind=${kind}`)] : []),
    ...(statuses ? [`(${statuses.map((status) => quote(`status=${status}`)).join(" | ")})`] : []),
    ...(tagId ? [quote(`tag=${tagId}`)] : []),
    ...(boardId ? [] : hiddenBoardIds.map((id) => `!${quote(`board=${id}`)}`)),
  ];
  return wanted.map((filter) => ` & ${filter}`).join("");
}
