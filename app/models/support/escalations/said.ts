import { findPhrase } from "../../core/search-index/find-phrase";

/** What somebody has written themselves: lines that they quote from others are none of it. */
const withoutQuotes = (markdown: string): string => markdown.replace(/^[^\S\n]*>.*$/gm, "");

/** The first of the words that a requester has said, in whatever language, as whole words. */
export const findSaid = (words: Readonly<Record<string, string>>, text: string): string | undefined =>
  findPhrase(Object.values(words).flatMap(linesOf), withoutQuotes(text));

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
