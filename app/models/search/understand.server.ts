import type { Db } from "#db/client.server";
import { fold } from "../search-index/fold";
import { isUnspaced, wordsOf } from "../search-index/words";
import { listTags } from "../tags/queries.server";
import type { Viewer } from "../users/viewer";
import type { Understood } from "./answer";
import { joinsOf, splitsOf, splittable, variantsOf, wordOf } from "./forms";
import { type LookedUp, lookUpWords, unknown } from "./look-up-words.server";
import type { Term } from "./parse-question";
import { type Spelling, spell } from "./spell.server";
import type { Way, Wish } from "./wish";

export interface Understanding {
  wishes: Wish[];
  understood: Understood;
  /** What more words may have meant, for when nothing is found. */
  doubtful: { wishes: Wish[]; understood: Understood };
}

/**
 * What the posts make of a question. A word is asked for in every form in which they may have it, and only what they have
 * in none is taken for a typo: a guess never stands before what the index knows.
 */
export async function understand(db: Db, viewer: Viewer, terms: Term[]): Promise<Understanding> {
  const [known, tags] = await Promise.all([
    lookUpWords(db, viewer, wordsToLookUp(terms), firstHalves(terms)),
    listTags(db),
  ]);
  const look = (word: string): LookedUp => known.get(word) ?? unknown;
  const joins = joinsOf(terms).filter(({ word }) => isKnown(look(word)));
  const split = new Set(splittable(terms));
  const drafts = terms.map((term, place) => {
    const tagIds = term.isQuoted ? [] : tags.filter(({ name }) => isNamed(name, term)).map(({ id }) => id);
    const joined = joins.filter(({ from, to }) => from <= place && place <= to).map(({ word }) => word);
    return { term, wish: wishOf(term, look, { joined, tagIds, isSplit: split.has(term) }) };
  });
  const spellings = await spell(
    db,
    viewer,
    drafts.filter(({ term, wish }) => mayBeTypo(term, wish, look)).map(({ term }) => asTyped(term, look)),
  );
  const stems = await lookUpWords(
    db,
    viewer,
    [...spellings.values()].flatMap(({ words }) => words.map(({ word }) => word)),
  );
  const answer = { wishes: [] as Wish[], understood: { corrected: [], dropped: [] } as Understood };
  const doubtful = { wishes: [] as Wish[], understood: { corrected: [], dropped: [] } as Understood };
  for (const { term, wish } of drafts) {
    const spelling = spellings.get(wordOf(term));
    const lookAll = (word: string) => stems.get(word) ?? look(word);
    add(answer, term, wish, spelling?.isDoubtful ? { ...spelling, words: [] } : spelling, lookAll);
    add(doubtful, term, wish, spelling, lookAll);
  }
  const isStop = ({ term }: (typeof drafts)[number]) =>
    !term.isQuoted && !term.compound && look(wordOf(term)).isStopWord;
  const stop = new Set(drafts.filter(isStop).map(({ wish }) => wish.text));
  return {
    wishes: withoutStopWords(answer.wishes, stop),
    understood: answer.understood,
    doubtful: { ...doubtful, wishes: withoutStopWords(doubtful.wishes, stop) },
  };
}

function wordsToLookUp(terms: Term[]): string[] {
  const single = terms.filter((term) => !term.isQuoted).map(wordOf);
  const parts = terms.filter(({ compound }) => compound).flatMap(({ words }) => words);
  const seconds = splittable(terms).flatMap((term) => splitsOf(wordOf(term)).map(({ right }) => right));
  return [...single, ...parts, ...single.flatMap(variantsOf), ...seconds, ...joinsOf(terms).map(({ word }) => word)];
}

/** Without their endings already: a joint is no ending. */
const firstHalves = (terms: Term[]): string[] =>
  splittable(terms).flatMap((term) => splitsOf(wordOf(term)).map(({ left }) => left));

const isKnown = ({ postCount, stems }: LookedUp): boolean => postCount > 0 || stems.some((stem) => stem.postCount > 0);

type Look = (word: string) => LookedUp;

interface Found {
  joined: string[];
  tagIds: number[];
  isSplit: boolean;
}

function wishOf(term: Term, look: Look, { joined, tagIds, isSplit }: Found): Wish {
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
  if (isSplit) close.push(...splitWays(word, look));
  close.push(...joined.flatMap((one) => formsOf(one, look)));
  // Nobody writes it as it stands: perhaps it is half a word.
  if (!stands && !term.isOpen && word.length >= shortestHalf && look(word).isBeginning)
    close.push({ words: [word], isBeginning: true });
  const wish = { text: term.text, own: [...own, ...close], other: [], tagIds, isKept: false };
  return { ...wish, postCount: countPosts(wish.own, look) };
}

const shortestHalf = 4;

/** A word as it stands, and without its endings. */
function formsOf(word: string, look: Look): Way[] {
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
function splitWays(word: string, look: Look): Way[] {
  const splits = splitsOf(word).filter(({ left, right }) => isHalf(left, look) && isHalf(right, look));
  return splits.slice(0, mostWays).flatMap(({ left, right }) => {
    const areBegun = [left, right].some((half) => !isKnown(look(half)));
    return areBegun ? [{ words: [left, right], areBeginnings: true }] : togetherOf([left, right], look);
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

/** Rare where much like a word that is common: somebody's typo, and perhaps not only here. */
const rare = 3;

function mayBeTypo(term: Term, { own, tagIds, postCount }: Wish, look: Look): boolean {
  const word = wordOf(term);
  if (term.isQuoted || term.compound || tagIds.length > 0 || isUnspaced(word)) return false;
  return isMet(own, look) ? postCount < rare && look(word).postCount > 0 : true;
}

const isMet = (ways: Way[], look: Look): boolean =>
  ways.some(({ words, isStem, isBeginning }) => {
    if (isBeginning) return look(words.at(-1) ?? "").isBeginning;
    if (isStem || words.length > 1) return words.length > 1;
    return isKnown(look(words[0] ?? ""));
  });

function asTyped(term: Term, look: Look) {
  const word = wordOf(term);
  const cores = look(word)
    .stems.map(({ stem }) => stem)
    .filter((stem) => word.startsWith(stem));
  return { word, core: cores.sort((a, b) => a.length - b.length)[0] ?? word, isOpen: term.isOpen };
}

type Answer = Pick<Understanding, "wishes" | "understood">;

function add({ wishes, understood }: Answer, term: Term, wish: Wish, spelling: Spelling | undefined, look: Look): void {
  const isThere =
    term.isQuoted ||
    wish.tagIds.length > 0 ||
    term.compound !== undefined ||
    isUnspaced(wordOf(term)) ||
    wordOf(term).length < 2 ||
    isMet(wish.own, look);
  if (isThere) {
    const common = (spelling?.words ?? []).filter((one) => one.postCount >= 10 * Math.max(wish.postCount, 1));
    wishes.push({ ...wish, other: [...wish.other, ...common.flatMap(({ word }) => formsOf(word, look))] });
    return;
  }
  const wholes = spelling?.wholes ?? [];
  if (wholes.length > 0) {
    const own = [...wish.own, ...wholes.map((whole) => ({ words: [whole] }))];
    return void wishes.push({ ...wish, own, postCount: wholes.length });
  }
  const meant = spelling?.words ?? [];
  if (meant.length === 0) return void understood.dropped.push(term.text);
  understood.corrected.push({ from: term.text, to: meant[0]?.word ?? "" });
  const other = meant.flatMap(({ word }) => formsOf(word, look));
  wishes.push({ ...wish, other, postCount: meant.reduce((sum, one) => sum + one.postCount, 0) });
}

function isNamed(name: string, term: Term): boolean {
  const word = wordOf(term);
  const words = wordsOf(name).map((one) => one.word);
  return fold(name) === word || words.includes(word);
}

/** "How do I export the list" asks for exports and lists; where such words are all there is, they count. */
function withoutStopWords(wishes: Wish[], stop: Set<string>): Wish[] {
  const telling = wishes.filter(({ text, tagIds, isKept }) => isKept || tagIds.length > 0 || !stop.has(text));
  return telling.length > 0 ? telling : wishes;
}
