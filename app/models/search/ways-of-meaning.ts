import { variantsOf } from "../search-index/variants";
import type { Meaning } from "./meanings.server";
import type { Way } from "./wish";
import { formsOf, isKnown, type Look } from "./wish-of";

/** What has to be looked up before {@link waysOf} can be asked. */
export function wordsOfMeanings(meanings: Meaning[]): string[] {
  const others = meanings.flatMap(({ others }) => others);
  return [...new Set(others.flatMap((words) => [...words, words.join(""), ...words.slice(0, 1).flatMap(variantsOf)]))];
}

/** Other words for the same, in every form that posts have them in; several have to stand one after the other. */
export function waysOf({ others }: Meaning, look: Look): Way[] {
  return others.flatMap((words) => {
    const joined = [words.join(""), ...(words.length === 1 ? variantsOf(words[0] ?? "") : [])];
    const single = joined.filter((word) => isKnown(look(word))).flatMap((word) => formsOf(word, look));
    return words.length > 1 && words.every((word) => isKnown(look(word)))
      ? [...single, ...phraseWays(words, look)]
      : single;
  });
}

function phraseWays(words: string[], look: Look): Way[] {
  const stems = words.map((word) => look(word).stems.find(({ postCount }) => postCount > 0)?.stem ?? word);
  return [
    { words, isPhrase: true },
    { words: stems, isPhrase: true, isStem: true },
  ];
}
