import { compoundsOf, isUnspaced, wordsOf } from "../../core/search-index/words";
import { clip } from "../../core/text/clip.js";

/** What a question asks for: a phrase as it was quoted, or a word, which may be several held together. */
export interface Term {
  /** As it was typed. */
  text: string;
  words: string[];
  /** In one: `errssl` of `ERR_SSL`. */
  compound?: string;
  isQuoted: boolean;
  /** Somebody may still be typing it. */
  isOpen: boolean;
}

/** More words make a question no clearer. */
const mostTerms = 10;
/** Characters. */
export const longestQuestion = 200;
const quoted = /"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»/g;

export function parseQuestion(asked: string): Term[] {
  const question = clip(asked, longestQuestion);
  const terms: Term[] = [];
  let done = 0;
  for (const match of question.matchAll(quoted)) {
    terms.push(...plainTerms(question.slice(done, match.index)), ...quotedTerm(match));
    done = match.index + match[0].length;
  }
  terms.push(...plainTerms(question.slice(done)));
  const kept = terms.slice(0, mostTerms);
  const last = kept.at(-1);
  const endsOpen = /[\p{L}\p{N}\p{M}]$/u.test(question);
  if (last && !last.isQuoted && kept.length === terms.length) last.isOpen = endsOpen;
  return kept;
}

function quotedTerm(match: RegExpMatchArray): Term[] {
  const text = match.slice(1).find((part) => part !== undefined) ?? "";
  const words = wordsOf(text).map(({ word }) => word);
  return words.length === 0 ? [] : [{ text: match[0], words, isQuoted: true, isOpen: false }];
}

function plainTerms(text: string): Term[] {
  const compounds = compoundsOf(text);
  const terms: Term[] = [];
  for (const { word, start, end } of wordsOf(text)) {
    const compound = compounds.find((one) => one.start <= start && end <= one.end);
    const previous = terms.at(-1);
    if (compound && !isUnspaced(word) && compound.start < start && previous) previous.words.push(word);
    else {
      const typed = compound ? text.slice(compound.start, compound.end) : text.slice(start, end);
      terms.push({ text: typed, words: [word], compound: compound?.word, isQuoted: false, isOpen: false });
    }
  }
  return terms;
}
