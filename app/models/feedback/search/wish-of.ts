import { variantsOf } from "../../core/search-index/variants";
import { isUnspaced } from "../../core/search-index/words";
import { type Join, type Split, wordOf } from "./forms";
import type { LookedUp } from "./look-up-words.server";
import type { Term } from "./parse-question";
import type { Way, Wish } from "./wish";

/** Gives how a word occurs in the posts; it was looked up before. */
export type Look = (word: string) => LookedUp;

export const isKnown = ({ postCount, stems }: LookedUp): boolean =>
  postCount > 0 || stems.some((stem) => stem.postCount > 0);

interface Found {
  /** Words that it makes with its neighbours, and that posts have. */
  joined: Join[];
  tagIds: number[];
  /** Where it may be two words. */
  splits: Split[];
}

/** A term in every way in which posts may say it. */
export function wishOf(term: Term, look: Look, { joined, tagIds, splits }: Found): Wish {
  if (term.isQuoted) {
    const own: Way[] = [{ words: term.words, isPhrase: true }];
    return { text: term.text, own, other: [], tagIds: [], isKept: true, postCount: 0 };
  }
  const word = wordOf(term);
  const own = [...formsOf(word, look), ...(term.isOpen ? [{ words: [word], isBeginning: true }] : [])];
  if (term.compound) own.push({ words: term.words, isPhrase: true, isBeginning: term.isOpen });
  const stands = isKnown(look(word)) || isUnspaced(word) || word.length < 2;
  const close: Way[] = variantsOf(word)
    .filter((one) => look(one).postCount > 0)
    .flatMap((one) => formsOf(one, look));
  if (term.compound) {
    for (const variant of variantsOf(term.words[0] ?? ""))
      close.push({ words: [variant, ...term.words.slice(1)], isPhrase: true, isBeginning: term.isOpen });
    if (term.words.every((one) => isKnown(look(one)))) close.push(...togetherOf(term.words, look));
  }
  close.push(...splitWays(splits, look));
  close.push(
    ...joined.flatMap((one) =>
      one.isBeginning ? [{ words: [one.word], isBeginning: true }] : formsOf(one.word, look),
    ),
  );
  // Nobody writes it as it stands: perhaps it is half a word.
  if (!stands && !term.isOpen && word.length >= shortestHalf && look(word).isBeginning)
    close.push({ words: [word], isBeginning: true });
  const wish = { text: term.text, own: [...own, ...close], other: [], tagIds, isKept: false };
  return { ...wish, postCount: countPosts(wish.own, look) };
}

const shortestHalf = 4;

/** A word as it stands, and without its endings. */
export function formsOf(word: string, look: Look): Way[] {
  const stems = look(word)
    .stems.map(({ stem }) => stem)
    .filter((stem) => stem !== word);
  return [{ words: [word] }, ...[...new Set(stems)].map((stem) => ({ words: [stem], isStem: true }))];
}

/** Each of several words as it stands, or all of them without their endings. */
function togetherOf(words: string[], look: Look): Way[] {
  const stems = words.map((word) => look(word).stems.find(({ postCount }) => postCount > 0)?.stem ?? word);
  const ways: Way[] = [{ words }, { words: stems, isStem: true }];
  return ways.filter((way) => way.words.every((one) => one.length > 1));
}

/** Where both halves are words that posts have, or what their words begin with: the longest second half, which says most, first. */
function splitWays(splits: Split[], look: Look): Way[] {
  const standing = splits.filter(({ left, right }) => isHalf(left, look) && isHalf(right, look));
  return standing.slice(0, mostWays).flatMap(({ left, right }) => {
    const halves = [left, right];
    const isBegun = halves.every((half) => half.length >= shortestBegun);
    return [
      ...(halves.every((half) => isKnown(look(half))) ? togetherOf(halves, look) : []),
      // Of the first half the endings are not known: `Einstellungen für Benachrichtigungen`.
      ...(isBegun ? [{ words: halves, areBeginnings: true }] : []),
    ];
  });
}

/** Nobody may know the endings of a short text, whose language is hard to tell. */
const isHalf = (word: string, look: Look): boolean =>
  isKnown(look(word)) || (word.length >= shortestBegun && look(word).isBeginning);

const shortestBegun = 5;
const mostWays = 3;

const countPosts = (ways: Way[], look: Look): number =>
  ways.reduce((sum, { words, isStem, isBeginning }) => {
    if (isStem || words.length > 1) return sum;
    const { postCount, stems, isBeginning: begins } = look(words[0] ?? "");
    return sum + Math.max(postCount, ...stems.map((stem) => stem.postCount), isBeginning && begins ? 1 : 0);
  }, 0);

/** Whether any post says it in one of these ways; of several words together nobody knows before they are asked for. */
export const isMet = (ways: Way[], look: Look): boolean =>
  ways.some(({ words, isStem, isBeginning }) => {
    if (isBeginning) return look(words.at(-1) ?? "").isBeginning;
    if (isStem || words.length > 1) return words.length > 1;
    return isKnown(look(words[0] ?? ""));
  });

/** Whether any has it in one piece: nearly every typo can be split in two words as well (`unknwon`). */
export const isMetWhole = (ways: Way[], look: Look): boolean =>
  isMet(
    ways.filter(({ words, isPhrase }) => words.length === 1 || isPhrase),
    look,
  );
