import { wordsOf } from "./words";

/** The first of some phrases that a text has as whole words, however they are written. */
export function findPhrase(phrases: readonly string[], text: string): string | undefined {
  const said = folded(text);
  return phrases.find((phrase) => phrase !== "" && said.includes(folded(phrase)));
}

const folded = (text: string): string =>
  ` ${wordsOf(text)
    .map(({ word }) => word)
    .join(" ")} `;
