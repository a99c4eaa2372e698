import { variantsOf } from "../search-index/variants";
import { wordsOf } from "../search-index/words";
import { termsOf } from "../wordings/terms";

const none: ReadonlySet<string> = new Set();
/** Other ways of saying one question. */
const most = 5;
/** Characters that are read of a question, and of what means the same. */
const longest = { question: 1000, meaning: 60 };

/** Words of a question that are looked for, and of how many in a row one meaning may consist. */
const mostAsked = { words: 60, inRow: 4 };

/** By what keys the meanings of a question are found: of each word and of some in a row, as they stand and by their stems. */
export function keysOfQuestion(question: string): string[] {
  const words = wordsOf(question.slice(0, longest.question)).slice(0, mostAsked.words);
  const forms = words.map(({ word }) => ({ word, stem: stemsOf(word)[0] ?? word }));
  const runs = forms.flatMap((_, from) =>
    Array.from({ length: mostAsked.inRow }, (_, more) => forms.slice(from, from + more + 1)),
  );
  const keys = runs.flatMap((run) => [
    run.map(({ word }) => word).join(""),
    run.map(({ stem }) => stem).join(""),
    ...(run.length === 1 ? variantsOf(run[0]?.word ?? "").slice(0, 1) : []),
  ]);
  return [...new Set(keys)].filter((key) => key.length > 1 && /^[\p{L}\p{N}\p{M}]+$/u.test(key));
}

/** A question in other words: each time with one of its words, or some in a row, replaced by what means the same. */
export function inOtherWords(question: string, meanings: string[][]): string[] {
  const asked = termsOf(question.slice(0, longest.question), none);
  const stems = asked.map(({ stem }) => stem);
  const found: string[] = [];
  for (const words of meanings) {
    const said = words.find((one) => startOf(stems, stemsOf(one)) >= 0);
    if (!said) continue;
    const from = startOf(stems, stemsOf(said));
    const before = asked.slice(0, from).map(({ word }) => word);
    const after = asked.slice(from + stemsOf(said).length).map(({ word }) => word);
    for (const other of words) if (other !== said) found.push([...before, other, ...after].join(" "));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

const stemsOf = (text: string): string[] => termsOf(text.slice(0, longest.meaning), none).map(({ stem }) => stem);

/** Where some words stand in a row among others; -1 where they do not. */
const startOf = (among: string[], some: string[]): number =>
  some.length === 0 ? -1 : among.findIndex((_, from) => some.every((stem, i) => among[from + i] === stem));
