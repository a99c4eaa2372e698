import type { Wish } from "./understand.server";

/**
 * What PostgreSQL is to look for: every wish, each in one of its ways; anywhere, or only where words have one of
 * some weights. Words hold letters and digits only.
 */
export function tsqueryOf(wishes: Wish[], weights = ""): string {
  return wishes.map((wish) => `(${ways(wish, weights).join(" | ")})`).join(" & ");
}

function ways({ phrase, words, beginning, stems, tagIds }: Wish, weights: string): string[] {
  const at = (word: string) => quote(word) + (weights && `:${weights}`);
  return [
    ...[...new Set([...words, ...stems])].filter((word) => !beginning || !word.startsWith(beginning)).map(at),
    ...(beginning ? [`${quote(beginning)}:*${weights}`] : []),
    ...(phrase ? [`(${phrase.map(at).join(" <-> ")})`] : []),
    ...tagIds.map((id) => quote(`tag=${id}`)),
  ];
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
