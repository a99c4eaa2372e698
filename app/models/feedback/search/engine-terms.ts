import { fold } from "../../core/search-index/fold";
import type { IsHit } from "./highlight";
import type { Term } from "./parse-question";

/** Whether a word is one of those by which an engine found a post. */
export function hitsByWords(words: string[], beginnings: string[]): IsHit {
  const whole = new Set(words.map(fold));
  const begun = beginnings.map(fold).filter((word) => word !== "");
  return (word) => whole.has(word) || begun.some((beginning) => word.startsWith(beginning));
}

/** The question as an engine takes it: a hyphen before a word would forbid the word. */
export function engineText(terms: Term[]): string {
  return terms.map((term) => (term.isQuoted ? `"${term.words.join(" ")}"` : term.text)).join(" ");
}

/** The last words of a question, of which an engine says that nobody has them all. */
export function lastTerms(terms: Term[], count: number): string[] {
  const loose = terms.filter(({ isQuoted }) => !isQuoted);
  return count > 0 ? loose.slice(-count).map(({ text }) => text) : [];
}
