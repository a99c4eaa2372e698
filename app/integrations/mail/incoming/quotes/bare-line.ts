/** Characters of a line by which it is judged. */
const longest = 400;

/** A line as rules look at it: its beginning only, without what makes letters bold, invisible signs and odd spaces. */
export const bareLine = (line: string): string =>
  line
    .slice(0, longest)
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF*]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** Alternatives in a regular expression; the words are ours and hold nothing that is to be escaped. */
export const anyOf = (words: readonly string[]): string => `(?:${words.join("|")})`;

export const isQuotedLine = (line: string): boolean => /^\s{0,3}>/.test(line);
export const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";
