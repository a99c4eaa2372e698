import { cleanLine } from "../../core/text/clean";
import { normalForm } from "../../core/text/normal-form";
import { termsOf } from "../../core/wordings/terms";

/** Characters; who searches for more has pasted something. */
export const longestSearch = 100;

/** Mail and web addresses. */
const address = /@|:\/\/|\bwww\./i;
/** Numbers of people, orders, cards and telephones, with what is put between their digits. */
const number = /\p{Nd}(?:[\s().+/-]?\p{Nd}){4}/u;
/** Keys and passwords: digits amid the letters of a long word. */
const secret = /\p{Nd}\p{L}/u;
const shortestSecret = 10;

/** A search as it may be kept, or nothing where it may tell of somebody. */
export function searchedText(asked: string): string | undefined {
  if (asked.length > longestSearch) return;
  const text = normalForm(cleanLine(asked), "NFKC").toLowerCase();
  if (text.length > longestSearch || address.test(text) || number.test(text)) return;
  if (text.split(" ").some((word) => word.length >= shortestSecret && secret.test(word))) return;
  return meaningOf(text) === "" ? undefined : text;
}

/** The same for all that ask in the same words, whatever their order and forms. */
export const meaningOf = (text: string): string => [...new Set(termsOf(text).map(({ stem }) => stem))].sort().join(" ");
