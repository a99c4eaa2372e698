import type { Db } from "#db/client.server";
import { fold } from "../../core/search-index/fold";
import { variantsOf } from "../../core/search-index/variants";
import { isUnspaced, wordsOf } from "../../core/search-index/words";
import type { Viewer } from "../../core/users/viewer";
import { listTags } from "../tags/queries.server";
import { type Join, joinsOf, type Split, splitsIn, wordOf } from "./forms";
import { type LookedUp, lookUpWords, unknown } from "./look-up-words.server";
import { findMeanings } from "./meanings.server";
import type { Term } from "./parse-question";
import type { Understood } from "./results";
import { type Spelling, spell } from "./spell.server";
import { waysOf, wordsOfMeanings } from "./ways-of-meaning";
import type { Way, Wish } from "./wish";
import { formsOf, isKnown, isMet, isMetWhole, type Look, wishOf } from "./wish-of";

interface Reading {
  wishes: Wish[];
  understood: Understood;
}

export interface Understanding extends Reading {
  /** What more words may have meant, for when nothing is found; only where any may. */
  doubtful?: Reading;
}

/**
 * What the posts make of a question. A word is asked for in every form in which they may have it, and only what they have
 * in none is taken for a typo: a guess never stands before what the index knows.
 */
export async function understand(db: Db, viewer: Viewer, terms: Term[]): Promise<Understanding> {
  const splits = splitsIn(terms);
  const halves = [...splits.values()].flat();
  const allJoins = joinsOf(terms);
  // Of a first half the endings are taken off already: a joint is no ending. What two words make is only looked for as it begins.
  const bare = [
    ...halves.map(({ left }) => left),
    ...allJoins.flatMap(({ word, isBeginning }) => (isBeginning ? [word] : [])),
  ];
  const [known, tags] = await Promise.all([
    lookUpWords(db, viewer, wordsToLookUp(terms, halves, allJoins), bare),
    listTags(db),
  ]);
  const look = (word: string): LookedUp => known.get(word) ?? unknown;
  const joins = allJoins.filter(({ word, isBeginning }) =>
    isBeginning ? look(word).isBeginning : isKnown(look(word)),
  );
  const drafts = terms.map((term, place) => {
    const tagIds = term.isQuoted ? [] : tags.filter(({ name }) => isNamed(name, term)).map(({ id }) => id);
    const joined = joins.filter(({ from, to }) => from <= place && place <= to);
    return { term, wish: wishOf(term, look, { joined, tagIds, splits: splits.get(term) ?? [] }) };
  });
  const meanings = await findMeanings(db, terms, look);
  const isMeant = (term: Term) => meanings.some((meaning) => meaning.terms.includes(term));
  const asked = drafts
    .filter(({ term, wish }) => !isMeant(term) && mayBeTypo(term, wish, look))
    .map(({ term }) => asTyped(term, look));
  const spellings = await spell(db, viewer, asked);
  const meant = [...spellings.values()].flatMap(({ words }) => words.map(({ word }) => word));
  const knownOfMeant = await lookUpWords(db, viewer, [...meant, ...wordsOfMeanings(meanings)]);
  const lookAll = (word: string) => knownOfMeant.get(word) ?? look(word);
  const isStop = ({ term }: { term: Term }) => !term.isQuoted && !term.compound && look(wordOf(term)).isStopWord;
  const stop = new Set(drafts.filter(isStop).map(({ wish }) => wish.text));
  const read = (spellingOf: (word: string) => Spelling | undefined): Reading => {
    const reading: Reading = { wishes: [], understood: { corrected: [], dropped: [] } };
    for (const { term, wish } of drafts) {
      const synonyms = meanings
        .filter((meaning) => meaning.terms.includes(term))
        .flatMap((one) => waysOf(one, lookAll));
      add(reading, term, wish, { spelling: spellingOf(wordOf(term)), synonyms }, lookAll);
    }
    return { ...reading, wishes: withoutStopWords(reading.wishes, stop) };
  };
  const isAnyDoubtful = [...spellings.values()].some(({ isDoubtful, words }) => isDoubtful && words.length > 0);
  return {
    ...read((word) => withoutDoubt(spellings.get(word))),
    doubtful: isAnyDoubtful ? read((word) => spellings.get(word)) : undefined,
  };
}

const withoutDoubt = (spelling?: Spelling): Spelling | undefined =>
  spelling?.isDoubtful ? { ...spelling, words: [] } : spelling;

function wordsToLookUp(terms: Term[], halves: Split[], joins: Join[]): string[] {
  const single = terms.filter((term) => !term.isQuoted).map(wordOf);
  const parts = terms.filter(({ compound }) => compound).flatMap(({ words }) => words);
  const seconds = halves.map(({ right }) => right);
  const joined = joins.filter(({ isBeginning }) => !isBeginning).map(({ word }) => word);
  return [...single, ...parts, ...single.flatMap(variantsOf), ...seconds, ...joined];
}

/**
 * In so few posts that what is much like a word that is common is a typo, and perhaps not only here; and in how few by its
 * stem alone, which of a typo is that of any word (`buildiing`).
 */
const rare = { asTyped: 3, asStem: 30 };

/** What is looked for as it stands, whether any post has it or not. */
const isTakenAsIs = (term: Term, { tagIds }: Wish): boolean =>
  term.isQuoted ||
  term.compound !== undefined ||
  tagIds.length > 0 ||
  isUnspaced(wordOf(term)) ||
  wordOf(term).length < 2;

function mayBeTypo(term: Term, wish: Wish, look: Look): boolean {
  if (isTakenAsIs(term, wish)) return false;
  return (
    !isMetWhole(wish.own, look) || wish.postCount < (look(wordOf(term)).postCount > 0 ? rare.asTyped : rare.asStem)
  );
}

function asTyped(term: Term, look: Look) {
  const word = wordOf(term);
  const cores = look(word)
    .stems.map(({ stem }) => stem)
    .filter((stem) => word.startsWith(stem));
  return { word, core: cores.sort((a, b) => a.length - b.length)[0] ?? word, isOpen: term.isOpen };
}

interface Else {
  spelling?: Spelling;
  synonyms: Way[];
}

function add({ wishes, understood }: Reading, term: Term, wish: Wish, { spelling, synonyms }: Else, look: Look): void {
  const { words: meant, wholes } = spelling ?? { words: [], wholes: [] };
  const formsOfAll = (words: typeof meant) => words.flatMap(({ word }) => formsOf(word, look));
  if (isTakenAsIs(term, wish) || isMet(wish.own, look)) {
    const isGuess = !isTakenAsIs(term, wish) && !isMetWhole(wish.own, look);
    const common = meant.filter(({ postCount }) => isGuess || postCount >= 10 * Math.max(wish.postCount, 1));
    wishes.push({ ...wish, other: [...formsOfAll(common), ...synonyms] });
  } else if (synonyms.length > 0) {
    wishes.push({ ...wish, other: synonyms, postCount: 1 });
  } else if (wholes.length > 0) {
    const own = [...wish.own, ...wholes.map((whole) => ({ words: [whole] }))];
    wishes.push({ ...wish, own, postCount: wholes.length });
  } else if (meant[0]) {
    understood.corrected.push({ from: term.text, to: meant[0].word });
    wishes.push({ ...wish, other: formsOfAll(meant), postCount: meant.reduce((sum, one) => sum + one.postCount, 0) });
  } else understood.dropped.push(term.text);
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
