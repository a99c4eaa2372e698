import type { Db } from "#db/client.server";
import { fold } from "../search-index/fold";
import { isUnspaced } from "../search-index/words";
import { listTags } from "../tags/queries.server";
import type { Viewer } from "../users/viewer";
import type { Understood } from "./answer";
import { typosAllowed, typosBetween, typosToBeginning } from "./distance";
import { findStems, type KnownWord, type LookedUp, lookUpWords, type Stems } from "./look-up-words.server";
import type { Term } from "./parse-question";

/** A part of the question that a post has to meet in one of these ways. */
export interface Wish {
  text: string;
  phrase?: string[];
  /** Words as they stand. */
  words: string[];
  /** Any word that begins so. */
  beginning?: string;
  /** Words without their endings. */
  stems: string[];
  tagIds: number[];
  /** Quoted, or all there is. */
  isKept: boolean;
}

/** What the posts make of a question: typos corrected, words that nobody uses left out. */
export async function understand(
  db: Db,
  viewer: Viewer,
  terms: Term[],
): Promise<{ wishes: Wish[]; understood: Understood }> {
  const single = terms.filter((term) => !term.isQuoted);
  const asked = single.filter(({ compound }) => !compound).map((term) => ({ word: wordOf(term), isOpen: term.isOpen }));
  const [known, tags] = await Promise.all([lookUpWords(db, viewer, asked), listTags(db)]);
  const chosen = new Map(single.map((term) => [term, choose(term, known.get(wordOf(term)))]));
  const stems = await findStems(db, viewer, [...new Set([...chosen.values()].flatMap(({ words }) => words))]);
  const understood: Understood = { corrected: [], dropped: [] };
  const wishes: Wish[] = [];
  for (const term of terms) {
    const { words = [], corrected, isUnknown = false } = chosen.get(term) ?? {};
    const tagIds = term.isQuoted ? [] : tags.filter(({ name }) => isNamed(name, term)).map(({ id }) => id);
    if (isUnknown && tagIds.length === 0) {
      understood.dropped.push(term.text);
      continue;
    }
    if (corrected) understood.corrected.push({ from: term.text, to: corrected });
    wishes.push(wishOf(term, words, stems, tagIds));
  }
  return { wishes: withoutStopWords(wishes, stems), understood };
}

const wordOf = ({ words, compound }: Term): string => compound ?? words[0] ?? "";

interface Chosen {
  words: string[];
  corrected?: string;
  /** No post has it, nor anything like it. */
  isUnknown?: boolean;
}

/** The words that a term stands for: itself, or what somebody meant who made a typo. */
function choose(term: Term, known?: LookedUp): Chosen {
  const word = wordOf(term);
  if (term.compound || word.length < 2 || isUnspaced(word)) return { words: [word] };
  const { postCount = 0, isBeginning = false, near = [] } = known ?? {};
  const meant = nearest(word, near, term.isOpen);
  if (postCount === 0 && !isBeginning) {
    const words = meant.map((one) => one.word);
    return { words, corrected: words[0], isUnknown: words.length === 0 };
  }
  // Rare, and much like a word that is common: somebody's typo, and perhaps not only here.
  const common = meant.filter((one) => one.postCount >= 10 * Math.max(postCount, 1));
  return { words: [word, ...(isBeginning && postCount === 0 ? [] : common.map((one) => one.word))] };
}

const mostMeant = 3;

function nearest(word: string, near: KnownWord[], isOpen: boolean): KnownWord[] {
  const allowed = typosAllowed(word);
  const judged = near
    .filter((one) => one.word !== word)
    .map((one) => ({
      ...one,
      typos: typosBetween(word, one.word),
      begun: isOpen ? typosToBeginning(word, one.word) : 9,
    }))
    .map((one) => ({ ...one, typos: Math.min(one.typos, one.begun + 0.5) }))
    .filter(({ typos }) => typos <= allowed + 0.5 && typos < 9)
    .sort((a, b) => a.typos - b.typos || b.postCount - a.postCount);
  return judged.filter(({ typos }) => typos === judged[0]?.typos).slice(0, mostMeant);
}

function wishOf(term: Term, words: string[], stems: Map<string, Stems>, tagIds: number[]): Wish {
  const isPhrase = term.words.length > 1 || term.isQuoted;
  return {
    text: term.text,
    phrase: isPhrase ? term.words : undefined,
    words,
    beginning: term.isOpen ? wordOf(term) : undefined,
    stems: term.compound ? [] : [...new Set(words.flatMap((word) => stems.get(word)?.stems ?? []))],
    tagIds,
    isKept: term.isQuoted,
  };
}

function isNamed(name: string, term: Term): boolean {
  const word = wordOf(term);
  const words = name.split(/[^\p{L}\p{N}\p{M}]+/u).map(fold);
  return fold(name) === word || words.includes(word);
}

/** "How do I export the list" asks for exports and lists; where such words are all there is, they count. */
function withoutStopWords(wishes: Wish[], stems: Map<string, Stems>): Wish[] {
  const telling = wishes.filter(({ words, phrase, tagIds }) => {
    const isStopWord = words.length === 1 && stems.get(words[0] ?? "")?.isStopWord;
    return phrase !== undefined || tagIds.length > 0 || !isStopWord;
  });
  return telling.length > 0 ? telling : wishes;
}
