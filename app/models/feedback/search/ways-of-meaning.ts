import { variantsOf } from "../../core/search-index/variants";
import type { Meaning } from "./meanings.server";
import type { Way } from "./wish";
import { formsOf, isKnown, type Look } from "./wish-of";

/** The words to look up before {@link waysOf} is called. */
export function wordsOfMeanings(meanings: Meaning[]): string[] {
  const others = meanings.flatMap(({ others }) => others);
  return [...new Set(others.flatMap((words) => [words.join(""), ...words.flatMap(formsAsked)]))];
}

const formsAsked = (word: string): string[] => [word, ...variantsOf(word)];

/** Other words for the same, in every form that posts have them in; several have to stand next to each other. */
export function waysOf({ others }: Meaning, look: Look): Way[] {
  return others.flatMap((words) => {
    const joined = words.length > 1 ? [words.join("")] : formsAsked(words[0] ?? "");
    const single = joined.filter((word) => isKnown(look(word))).flatMap((word) => formsOf(word, look));
    return words.length > 1 ? [...single, ...phrasesOf(words, look)] : single;
  });
}

/** Each of them as it stands, without its article and without its endings; as far as posts have it. */
function phrasesOf(words: string[], look: Look): Way[] {
  const forms = words.map((word) => {
    const plain = formsAsked(word)
      .slice(0, 2)
      .filter((one) => look(one).postCount > 0);
    const stems = look(word).stems.flatMap(({ stem, postCount }) => (postCount > 0 ? [stem] : []));
    return [...new Set([...plain, ...stems])];
  });
  return forms.some((some) => some.length === 0) ? [] : [{ words: forms.flat(), near: forms }];
}
