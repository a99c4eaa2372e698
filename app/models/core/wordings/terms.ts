import { stemmer } from "stemmer";
import { normalForm } from "../text/normal-form";
import { stopWords } from "./stop-words";

export interface Term {
  /** What it is compared by. */
  stem: string;
  /** As it was written. */
  word: string;
}

/** What people paste around their words: comments and tags of HTML, Jira's macros, the beginning of addresses. */
const markup =
  /<!--[\s\S]*?(?:-->|$)|<\/?[a-z][^<>]*>|\{(?:noformat|code|quote|panel|color)[^{}]*\}|https?:\/\/(?:www\.)?/gi;
/** A word, with what holds identifiers and versions together: `max_size`, `java.io.File`, `two-factor`, `4.1.46`. */
const compound = /[\p{L}\p{N}\p{M}]+(?:[_.\-$'’][\p{L}\p{N}\p{M}]+)*/gu;
const joints = /[_.\-$'’]/;
const humps = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** Scripts that put no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}/gu;
const longestWord = 80;
/** The beginning of a long report says what it is about; the rest is logs. */
const mostLetters = 20_000;

/**
 * The terms of a text in order, as often as they appear. An identifier counts whole and in its parts, because
 * people write `NameNode`, `name-node` and “name node”.
 */
export function termsOf(text: string, without: ReadonlySet<string> = stopWords): Term[] {
  const words =
    normalForm(text.slice(0, mostLetters), "NFKC").slice(0, mostLetters).replace(markup, " ").match(compound) ?? [];
  return words.filter((word) => word.length <= longestWord * 4).flatMap((word) => readCompound(word, without));
}

function readCompound(whole: string, without: ReadonlySet<string>): Term[] {
  const pieces = whole.split(joints);
  const parts = pieces.flatMap((piece) => piece.split(humps));
  const found = parts.flatMap((part) => readWord(part, without));
  if (parts.length === 1) return found;
  const wholes = pieces.length > 1 ? [whole, ...pieces.filter((piece) => humps.test(piece))] : [whole];
  return [...found, ...wholes.map((word) => ({ stem: wholeOf(plain(word)), word }))];
}

/** The whole of an identifier as one term: `NameNode` is what others write as `namenode`. */
const wholeOf = (identifier: string): string => (isEnglish.test(identifier) ? englishStem(identifier) : identifier);

function readWord(word: string, without: ReadonlySet<string>): Term[] {
  const letters = plain(word);
  if (letters === "" || word.length > longestWord || without.has(word.toLowerCase())) return [];
  const pairs = [...letters.matchAll(unspaced)].flatMap(([run]) => pairsIn(run));
  return pairs.length > 0 ? pairs.map((pair) => ({ stem: pair, word: pair })) : [{ stem: stemOf(letters), word }];
}

/** A word in lower case, without accents. */
function plain(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z\d]*$/.test(lower)) return lower;
  return normalForm(lower, "NFD").replace(/\p{M}/gu, "").normalize("NFC").replaceAll("ß", "ss");
}

const firstLetters = 7;
const arabicBeginnings = /^(?:و|ف)?(?:ال|بال|كال|لل)(?=\p{Script=Arabic}{2})/u;

/** What may be English, and German as far as it looks like it; of that, the commonest nouns in the plural. */
const isEnglish = /^[a-z]+$/;
const germanPlural = /(?<=ung|heit|keit|schaft|tion)en$/;

/**
 * One form for all forms of a word: by Porter's rules, or by its first letters, which serves languages of every
 * kind nearly as well as rules of their own.
 */
function stemOf(word: string): string {
  if (/\d/.test(word)) return word;
  if (isEnglish.test(word)) return englishStem(word.replace(germanPlural, ""));
  return [...word.replace(arabicBeginnings, "")].slice(0, firstLetters).join("");
}

const known = new Map<string, string>();
const mostKnown = 20_000;

/** The English stem of a word, kept: few words make up most of all texts, and the rules are slow. */
function englishStem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const stem = stemmer(word);
  known.set(word, stem);
  return stem;
}

function pairsIn(run: string): string[] {
  const letters = [...run];
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}
