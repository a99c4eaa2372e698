import { fold } from "./fold";

/** A word of a text, folded, and where it stands there. */
export interface Word {
  word: string;
  start: number;
  end: number;
}

const run = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
const anyUnspaced = new RegExp(unspaced.source, "u");
// Begins at the beginning of a word only: else a word of a hundred thousand letters is read again from each of them.
const joined = /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+(?:[-_.:/@'’][\p{L}\p{N}\p{M}]+)+/gu;

const longestWord = 60;

/** The words of a text in their order; pairs of signs where a script has no spaces. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: raw, index } of text.matchAll(run)) {
    if (anyUnspaced.test(raw)) words.push(...withPairs(raw, index));
    else words.push(...asWord(raw, index));
  }
  return words;
}

/** What hyphens and dots hold together, as one word: `ERR_SSL` is `errssl`, too, and `dark-mode` is `darkmode`. */
export function compoundsOf(text: string): Word[] {
  return [...text.matchAll(joined)].flatMap(({ 0: raw, index }) => asWord(raw, index));
}

/** The words of a text as its readers would know them again: what a typo may be corrected to. */
export const writtenIn = (text: string): string[] =>
  wordsOf(text)
    .map(({ word }) => word)
    .filter(isSpelled);

const isSpelled = (word: string): boolean => word.length > 1 && word.length <= 40 && !isUnspaced(word);

export const isUnspaced = (word: string): boolean => anyUnspaced.test(word);

function asWord(raw: string, start: number): Word[] {
  const word = fold(raw);
  return word === "" || word.length > longestWord ? [] : [{ word, start, end: start + raw.length }];
}

function withPairs(raw: string, start: number): Word[] {
  const words: Word[] = [];
  let done = 0;
  for (const { 0: signs, index } of raw.matchAll(unspaced)) {
    if (index > done) words.push(...asWord(raw.slice(done, index), start + done));
    words.push(...pairs(signs, start + index));
    done = index + signs.length;
  }
  if (done < raw.length) words.push(...asWord(raw.slice(done), start + done));
  return words;
}

/** 深色模式 is 深色, 色模, 模式; a sign that stands alone is a word. */
function pairs(signs: string, start: number): Word[] {
  const ends = [0];
  for (const sign of signs) ends.push((ends.at(-1) ?? 0) + sign.length);
  if (ends.length === 2) return asWord(signs, start);
  return ends.slice(0, -2).flatMap((from, i) => asWord(signs.slice(from, ends[i + 2]), start + from));
}
