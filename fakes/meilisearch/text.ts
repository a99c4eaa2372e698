/** A word of a text as the engine sees it, and where it stands. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Words between separators; where a script has no spaces, as a dictionary cuts them. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    for (const { segment, index: at } of segmenter.segment(run)) {
      const start = index + at;
      tokens.push({ word: normalise(segment), start, end: start + segment.length });
    }
  }
  return tokens.filter(({ word }) => word !== "");
}

function normalise(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\u0300-\u036F\u064B-\u065F\u0670\u0640\u0653-\u0655]/g, "")
    .toLowerCase()
    .replaceAll("ß", "ss");
}

/** Letters apart, swapped neighbours counting once and a wrong first letter twice. */
export function typos(a: string, b: string): number {
  const cost = distance(a, b);
  return cost > 0 && a[0] !== b[0] ? cost + 1 : cost;
}

function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) (d[0] as number[])[j] = j;
  const at = (i: number, j: number): number => d[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = least;
    }
  }
  return at(a.length, b.length);
}

/** From how many letters a word may have one typo, and two. */
export interface Tolerance {
  oneTypo: number;
  twoTypos: number;
}

export const usualTolerance: Tolerance = { oneTypo: 5, twoTypos: 9 };

export const budget = (word: string, { oneTypo, twoTypos }: Tolerance): number =>
  word.length < oneTypo ? 0 : word.length < twoTypos ? 1 : 2;
