/** The digits of every script as 0 to 9: ٩, ۹, ९ and ９ are all 9. */
export const plainDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => (digit < "\u0080" ? digit : digitOf(digit)));

const isDigit = (point: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(point));

/** Digits that were worked out before. */
const known = new Map<string, string>();

/** Unicode has the digits of a script one after the other, from zero on. */
function digitOf(digit: string): string {
  const before = known.get(digit);
  if (before !== undefined) return before;
  const found = countDigitsBefore(digit);
  known.set(digit, found);
  return found;
}

function countDigitsBefore(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (isDigit(point - before - 1)) before += 1;
  return String(before % 10);
}

/** Marks that come along when a number is copied out of a text from right to left. */
const copied = /[\u200E\u200F\u061C]/g;

/**
 * A number as somebody typed it, in any script, with the digits and the point that a program reads. What parts
 * thousands in Arabic goes; in other scripts a comma may be either, so that stays for whoever knows.
 */
export const plainNumber = (text: string): string =>
  plainDigits(text.replace(copied, "")).replace(/[٫．]/g, ".").replace(/٬/g, "").replace(/，/g, ",").trim();
