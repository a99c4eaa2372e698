import { isUnspaced } from "../../core/search-index/words";
import type { Term } from "./parse-question";

/** A term as one word. */
export const wordOf = ({ words, compound }: Term): string => compound ?? words[0] ?? "";

const mostSplit = 4;
const shortestSplit = 6;
const longestSplit = 40;
const shortestPart = 3;
/** Letters that German and its neighbours put between the words of a compound. */
const joints = ["", "s", "es", "n", "en", "e", "er"];

export interface Split {
  left: string;
  right: string;
}

/** The terms that are worth splitting, and where: who pastes a log joined no words. */
export function splitsIn(terms: Term[]): Map<Term, Split[]> {
  const splits = terms.map((term) => [term, term.isQuoted ? [] : splitsOf(wordOf(term))] as const);
  return new Map(splits.filter(([, places]) => places.length > 0).slice(0, mostSplit));
}

/** Every place where a word may be two: `darkmode`, `Benachrichtigungseinstellungen`. */
function splitsOf(word: string): Split[] {
  if (word.length < shortestSplit || word.length > longestSplit || !/^\p{L}+$/u.test(word) || isUnspaced(word))
    return [];
  const splits: Split[] = [];
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    for (const joint of joints) {
      if (!left.endsWith(joint) || left.length - joint.length < shortestPart) continue;
      splits.push({ left: left.slice(0, left.length - joint.length), right });
    }
  }
  return splits;
}

/** Words as one, by the places of the first and the last of them. */
export interface Join {
  word: string;
  from: number;
  to: number;
  /** Perhaps only the beginning of one. */
  isBeginning?: boolean;
}

/** Two or three words in a row as one; and two the other way round, as who asks for `Nummer Rechnung` means `Rechnungsnummern`. */
export function joinsOf(terms: Term[]): Join[] {
  const joins: Join[] = [];
  for (let from = 0; from < terms.length; from++) {
    for (let to = from + 1; to < Math.min(from + 3, terms.length); to++) {
      const words = terms.slice(from, to + 1).flatMap((term) => (isJoinable(term) ? [wordOf(term)] : []));
      if (words.length !== to + 1 - from) continue;
      joins.push({ word: words.join(""), from, to });
      if (words.length === 2) joins.push(...compounded(words).map((word) => ({ word, from, to, isBeginning: true })));
    }
  }
  return joins;
}

const isJoinable = (term: Term): boolean => !term.isQuoted && !isUnspaced(wordOf(term));

/** What languages that join words make of two; who writes in others has no such words. */
function compounded(words: string[]): string[] {
  const [one = "", other = ""] = words;
  if (![one, other].every((word) => word.length >= shortestJoined && /^[a-zäöüß]+$/.test(word))) return [];
  return [
    [one, other],
    [other, one],
  ].flatMap(([left, right]) => joints.map((joint) => `${left}${joint}${right}`));
}

const shortestJoined = 4;
