import { termsOf } from "../../core/wordings/terms";
import ar from "./same-words/ar.json";
import de from "./same-words/de.json";
import en from "./same-words/en.json";

/** What means the same to whoever asks for help, in the languages that we speak. */
const known: Record<string, string[][]> = { ar, de, en };

/** By each stem the one that stands for all that mean the same. */
export function sameWords(language: string, stopWords: ReadonlySet<string>): Map<string, string> {
  const same = new Map<string, string>();
  for (const group of known[language] ?? []) {
    // What a hyphen joins counts whole as well, as the last one.
    const stems = group.flatMap((word) => termsOf(word, stopWords).at(-1)?.stem ?? []);
    const first = stems.map((stem) => same.get(stem)).find(Boolean) ?? stems[0];
    for (const stem of stems) if (first && !same.has(stem)) same.set(stem, first);
  }
  return same;
}
