import type { Way, Wish } from "./wish";

export interface How {
  /** Only where words have one of these weights. */
  weights?: string;
  /** Only what was asked for itself, not what says the same. */
  isOwn?: boolean;
}

/**
 * What PostgreSQL is to look for: every wish, each in one of its ways. Words hold letters and digits only, so that nothing
 * has to be quoted.
 */
export function tsqueryOf(wishes: Wish[], how: How = {}): string {
  return wishes.map((wish) => wishQuery(wish, how)).join(" & ");
}

export function wishQuery({ own, other, tagIds }: Wish, { weights = "", isOwn = false }: How = {}): string {
  const ways = isOwn ? own : [...own, ...other];
  const all = [...ways.map((way) => wayQuery(way, weights)), ...tagIds.map((id) => quote(`tag=${id}`))];
  return `(${[...new Set(all)].join(" | ")})`;
}

function wayQuery({ words, isPhrase, isBeginning, areBeginnings }: Way, weights: string): string {
  const isOpen = (i: number) => areBeginnings || (isBeginning && i === words.length - 1);
  const ends = words.map((_, i) => `${isOpen(i) ? "*" : ""}${weights}`);
  const quoted = words.map((word, i) => quote(word) + (ends[i] && `:${ends[i]}`));
  return quoted.length === 1 ? (quoted[0] ?? "") : `(${quoted.join(isPhrase ? " <-> " : " & ")})`;
}

const quote = (word: string): string => `'${word}'`;

export interface Marks {
  boardId?: number;
  kind?: string;
  statuses?: string[];
  tagId?: number;
  /** What is there takes no place among the candidates of those who may not see it. */
  hiddenBoardIds: number[];
}

/** What filters add to a question. */
export function marksQuery({ boardId, kind, statuses, tagId, hiddenBoardIds }: Marks): string {
  const wanted = [
    ...(boardId ? [quote(`board=${boardId}`)] : []),
    ...(kind ? [quote(`kind=${kind}`)] : []),
    ...(statuses ? [`(${statuses.map((status) => quote(`status=${status}`)).join(" | ")})`] : []),
    ...(tagId ? [quote(`tag=${tagId}`)] : []),
    ...(boardId ? [] : hiddenBoardIds.map((id) => `!${quote(`board=${id}`)}`)),
  ];
  return wanted.map((mark) => ` & ${mark}`).join("");
}
