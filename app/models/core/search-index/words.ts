import { fold } from "./fold";

/** A word of a text, folded, and where it stands there. */
export interface Word {
  word: string;
  start: number;
  end: number;
}

/** A word, an emoji or a flag; marks alone are none, else whatever has a coloured heart would be found by any of them. */
const run = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|\p{Extended_Pictographic}|\p{Regional_Indicator}{2}/gu;
/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
const anyUnspaced = new RegExp(unspaced.source, "u");
// Begins at the beginning of a word only: else a word of a hundred thousand letters is read again from each of them.
const joined =
  /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+(?:(?:[-_.:/@'’\u00AD\u2010\u2011\u2060]|\u200C|\u200D)[\p{L}\p{N}\p{M}]+)+/gu;

const longestWord = 60;
/** Characters that are looked at; in a longer text the rest is not found. */
const longestText = 50_000;

/** The words of a text in their order; pairs of signs where a script has no spaces. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: raw, index } of text.slice(0, longestText).matchAll(run)) {
    for (const word of anyUnspaced.test(raw) ? withPairs(raw, index) : asWord(raw, index)) words.push(word);
  }
  return words;
}

/**
 * What hyphens and dots hold together, as one word: `ERR_SSL` is `errssl`, too, and `dark-mode` is `darkmode`. So do hyphens
 * that show only at the end of a line, and the half-space that Persian is written with or without.
 */
export function compoundsOf(text: string): Word[] {
  return [...text.slice(0, longestText).matchAll(joined)].flatMap(({ 0: raw, index }) => asWord(raw, index));
}

/** The words of a text as its readers would know them again: what a typo may be corrected to. */
export const writtenIn = (text: string): string[] =>
  wordsOf(text)
    .map(({ word }) => word)
    .filter(isSpelled);

const isSpelled = (word: string): boolean => word.length > 1 && word.length <= 40 && !isUnspaced(word);

export const isUnspaced = (word: string): boolean => anyUnspaced.test(word);

function asWord(raw: string, start: number): Word[] {
  // Whatever it folds to, it is too long; nobody needs to know what that would be.
  if (raw.length > longestWord * 4) return [];
  const word = fold(raw);
  return word === "" || word.length > longestWord ? [] : [{ word, start, end: start + raw.length }];
}

function withPairs(raw: string, start: number): Word[] {
  const words: Word[] = [];
  let done = 0;
  for (const { 0: signs, index } of raw.matchAll(unspaced)) {
    if (index > done) words.push(...asWord(raw.slice(done, index), start + done));
    for (const pair of pairs(signs, start + index)) words.push(pair);
    done = index + signs.length;
  }
  if (done < raw.length) words.push(...asWord(raw.slice(done), start + done));
  return words;
}

/** Pairs of neighbouring signs: 深色模式 gives 深色, 色模, 模式; a sign that stands alone is a word. */
function pairs(signs: string, start: number): Word[] {
  const found: Word[] = [];
  let before = "";
  let at = start;
  for (const sign of signs) {
    if (before !== "") for (const pair of asWord(before + sign, at - before.length)) found.push(pair);
    before = sign;
    at += sign.length;
  }
  return before.length === signs.length ? asWord(signs, start) : found;
}
