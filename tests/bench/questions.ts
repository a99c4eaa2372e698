import type { Document } from "./seed/documents";
import { readDocuments } from "./seed/documents";
import { createRandom, type Random } from "./seed/random";

/** The kinds of things that people type into a search field. */
const kinds: Record<string, (from: Sources, random: Random) => string> = {
  "one word": ({ titles }, random) => some(titles, 1, random),
  "two words": ({ titles }, random) => `${some(titles, 1, random)} ${some(titles, 1, random)}`,
  "three words of a title": ({ titles }, random) => some(titles, 3, random),
  "the beginning of a word": ({ titles }, random) => some(titles, 1, random).slice(0, 3 + random.below(3)),
  "a typo": ({ titles }, random) => withTypo(some(titles, 1, random), random),
  "two typos": ({ titles }, random) =>
    `${withTypo(some(titles, 1, random), random)} ${withTypo(some(titles, 1, random), random)}`,
  "a phrase": ({ bodies }, random) => `"${some(bodies, 3, random)}"`,
  "a code": ({ codes }, random) => some(codes, 1, random),
  "a sentence": ({ bodies }, random) => some(bodies, 9, random),
  "common words": (_, random) =>
    random.pick(["how do I use the app", "it does not work", "error when using", "please add"]),
  "signs without spaces": (_, random) => random.pick(["深色模式", "导出列表", "エクスポート", "설정", "错误"]),
  nonsense: (_, random) => Array.from({ length: 9 }, () => random.pick(["q", "x", "z", "v", "k", "j", "w"])).join(""),
};

interface Sources {
  /** Words, in their order. */
  titles: string[];
  bodies: string[];
  codes: string[];
}

export interface Question {
  kind: string;
  text: string;
}

/** So many of each kind, the same in every run. */
export function inventQuestions(ofEach: number): Question[] {
  const random = createRandom(8);
  const sources = readSources(readDocuments().documents);
  const found: Question[] = [];
  for (let i = 0; i < ofEach; i++) {
    for (const [kind, invent] of Object.entries(kinds)) found.push({ kind, text: invent(sources, random) });
  }
  return found;
}

/** What somebody has written of a new post: titles alone, and with more or less of a text. */
export function inventDrafts(count: number): { title: string; body: string }[] {
  const random = createRandom(9);
  const { titles, bodies } = readSources(readDocuments().documents);
  return Array.from({ length: count }, (_, i) => ({
    title: some(titles, 3 + random.below(6), random),
    body: i % 3 === 0 ? "" : some(bodies, i % 3 === 1 ? 20 : 120, random),
  }));
}

function readSources(documents: Document[]): Sources {
  const words = (text: string) => text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const bodies = documents.map(({ body }) => body.slice(0, 1500));
  return {
    titles: documents.flatMap(({ title }) => words(title)),
    bodies: bodies.flatMap(words),
    codes: bodies.flatMap((body) => body.match(/\b[A-Za-z]+[_.-][A-Za-z0-9_.-]*[A-Za-z0-9]\b/g) ?? []),
  };
}

/** Words that stand one after the other. */
function some(words: string[], count: number, random: Random): string {
  const from = random.below(words.length - count);
  return words.slice(from, from + count).join(" ");
}

/** Two letters the wrong way round, one too few, or another. */
function withTypo(word: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, word.length - 2));
  const [before, here = "", next = "", after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  return random.pick([before + next + here + after, before + next + after, `${before}e${next}${after}`]);
}
