import { normalForm } from "../text/normal-form";
import { plainDigits } from "../text/numerals";

/**
 * Accents, and the marks that Arabic and Hebrew may be written with or without. Other scripts need their marks, and й is no
 * и with an accent: what takes endings off would no longer know them. Emoji are the same with and without their variants.
 */
const leavable =
  /(?<!и)\u0306|[\u0300-\u0305\u0307-\u036F\u20E3\uFE00-\uFE0F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]/g;

/** Letters that are written in more than one way, or that have no accent to take off. */
const sameLetters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ئ: "ي",
  ؤ: "و",
  ة: "ه",
  ک: "ك",
};
const letters = new RegExp(`[${Object.keys(sameLetters).join("")}]`, "g");

/** Code units; longer ones are no words, and a sign may stand for eighteen. */
const longest = 1000;

/** A word as the index has it: whoever leaves out case, accents or vowel signs finds it all the same. */
export function fold(word: string): string {
  // By far most words, and every pair of Chinese signs: nothing to take off.
  if (/^(?:[a-z0-9]*|[\u4E00-\u9FFF]{1,2})$/.test(word) && word.length <= longest) return word;
  const plain = normalForm(word.slice(0, longest), "NFKC").toLowerCase();
  if (/^[a-z0-9]*$/.test(plain)) return plain;
  const same = plain.replace(letters, (letter) => sameLetters[letter] ?? letter);
  // What a single sign stands for may be more than letters: ½ is 1⁄2.
  const bare = normalForm(same, "NFD")
    .replace(leavable, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}]/gu, "");
  return plainDigits(bare);
}
