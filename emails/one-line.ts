/** Overrides and isolates of the direction: they make text read as something else than it says. */
const directionTricks = /[\u202A-\u202E\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a line break in a subject would begin another header
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g;

export const withoutTricks = (text: string): string => text.replace(directionTricks, "");

/** A name or title on one line, without characters that could trick a mail's subject. */
export const oneLine = (text: string): string => withoutTricks(text).replace(controls, " ").trim();
