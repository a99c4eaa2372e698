import { passagesOf } from "./passages";
import { cover, Postings } from "./postings";
import { piecesOf, stemsOf } from "./read-words";

/** Of an article in one language, as plain text. */
export interface IndexedText {
  id: string;
  title: string;
  /** Other ways in which people ask what it answers. */
  wordings: string[];
  body: string;
}

export interface Ranked {
  id: string;
  score: number;
  /** Shares of what was asked, by weight, from 0 to 1, that its titles say, that all of it says; the same of pairs, and of pieces. */
  covered: { title: number; all: number; titlePairs: number; allPairs: number; pieces: number };
  /** The passage that says most of what was asked. */
  passage: string;
}

export interface Ranking {
  /** The best first. */
  found: Ranked[];
  /** How many words were asked that tell something, and what they weigh together. */
  asked: { words: number; weight: number };
}

export interface WordRules {
  stopWords: ReadonlySet<string>;
  /** The stem that stands for all that mean the same, by each of theirs. */
  sameWords: ReadonlyMap<string, string>;
  /** From 0 to 1: how much a stem tells by how common it is in its language. */
  tellingOf(stem: string): number;
}

interface Held {
  slot: number;
  passages: number[];
}

/** What is said, as numbers: words, and pairs of words that stand near each other. */
interface Numbered {
  words: number[];
  pairs: number[];
}

/** How much each way of comparing counts; fitted on questions of people (tests/bench/answers). */
const weights = { title: 0.34, body: 0.29, passage: 0.16, titlePairs: 0.05, bodyPairs: 0.07, pieces: 0.1 };

const near = 3;
/** More words than any index has. */
const mostWords = 2 ** 24;
const longestQuestion = 1000;
const mostAsked = { words: 64, pairs: 192, pieces: 384 };

/** Articles in memory, to be found by what is asked. */
export class ArticleIndex {
  readonly #title = new Postings();
  readonly #body = new Postings();
  readonly #titlePairs = new Postings();
  readonly #bodyPairs = new Postings();
  readonly #pieces = new Postings();
  readonly #passage = new Postings();
  readonly #numbers = new Map<string, number>();
  readonly #held = new Map<string, Held>();
  /** Ids of the articles by their slots, and whose each passage is. */
  readonly #articles: string[] = [];
  readonly #passages: { article: number; text: string }[] = [];

  constructor(readonly rules: WordRules) {}

  put({ id, title, wordings, body }: IndexedText): void {
    this.take(id);
    const slot = this.#articles.push(id) - 1;
    const asked = [title, ...wordings].join("\n");
    const titles = this.#read(asked);
    const own = this.#read(title).words;
    const said = passagesOf(body).map((text) => ({ text, ...this.#read(text) }));
    this.#title.add(slot, titles.words);
    this.#titlePairs.add(slot, titles.pairs);
    this.#pieces.add(slot, piecesOf(asked, this.rules.stopWords).map(this.#numberOf));
    this.#body.add(
      slot,
      said.flatMap(({ words }) => words),
    );
    this.#bodyPairs.add(
      slot,
      said.flatMap(({ pairs }) => pairs),
    );
    const passages = said.map(({ text, words }) => {
      const passage = this.#passages.push({ article: slot, text }) - 1;
      this.#passage.add(passage, [...own, ...words]);
      return passage;
    });
    this.#held.set(id, { slot, passages });
  }

  take(id: string): void {
    const held = this.#held.get(id);
    if (!held) return;
    for (const field of [this.#title, this.#body, this.#titlePairs, this.#bodyPairs, this.#pieces])
      field.remove(held.slot);
    for (const passage of held.passages) {
      this.#passage.remove(passage);
      this.#passages[passage] = { article: held.slot, text: "" };
    }
    this.#held.delete(id);
  }

  /** So many at most that have something in common with the question. */
  rank(question: string, most: number): Ranking {
    const { words, pairs, pieces } = this.#ask(question.slice(0, longestQuestion));
    const size = this.#articles.length;
    const scores = new Float64Array(size);
    this.#title.score(words, weights.title, scores);
    this.#body.score(words, weights.body, scores);
    this.#titlePairs.score(pairs, weights.titlePairs, scores);
    this.#bodyPairs.score(pairs, weights.bodyPairs, scores);
    this.#pieces.score(pieces, weights.pieces, scores);
    const passages = this.#addPassages(words, scores);
    const all = cover([this.#title, this.#body], words, size);
    const shares = {
      title: cover([this.#title], words, size).shares,
      titlePairs: cover([this.#titlePairs], pairs, size).shares,
      allPairs: cover([this.#titlePairs, this.#bodyPairs], pairs, size).shares,
      pieces: cover([this.#pieces], pieces, size).shares,
    };
    const found = bestOf(scores, most).map((slot) => ({
      id: this.#articles[slot] ?? "",
      score: scores[slot] ?? 0,
      covered: {
        all: all.shares[slot] ?? 0,
        title: shares.title[slot] ?? 0,
        titlePairs: shares.titlePairs[slot] ?? 0,
        allPairs: shares.allPairs[slot] ?? 0,
        pieces: shares.pieces[slot] ?? 0,
      },
      passage: this.#passages[passages.get(slot) ?? -1]?.text ?? "",
    }));
    return { found, asked: { words: words.length, weight: all.weight } };
  }

  /** Each article has what its best passage has as well, which is told. */
  #addPassages(words: { word: number; telling: number }[], scores: Float64Array): Map<number, number> {
    const each = new Float64Array(this.#passages.length);
    this.#passage.score(words, weights.passage, each);
    const best = new Map<number, number>();
    each.forEach((score, passage) => {
      if (score === 0) return;
      const { article } = this.#passages[passage] ?? { article: -1 };
      if (score > (each[best.get(article) ?? -1] ?? 0)) best.set(article, passage);
    });
    for (const [article, passage] of best) scores[article] = (scores[article] ?? 0) + (each[passage] ?? 0);
    return best;
  }

  #read(text: string): Numbered {
    const { stopWords, sameWords } = this.rules;
    const stems = stemsOf(text, stopWords);
    return {
      words: stems.map((stem) => this.#numberOf(sameWords.get(stem) ?? stem)),
      pairs: pairsOf(stems.map(this.#numberOf)),
    };
  }

  /** Each only once; what no text has got a number for has one that none has. */
  #ask(question: string) {
    const { stopWords, sameWords, tellingOf } = this.rules;
    const [stems, pieces] = [stemsOf(question, stopWords), piecesOf(question, stopWords)];
    const words = [...new Set(stems.map((stem) => sameWords.get(stem) ?? stem))];
    const unknown = new Map<string, number>();
    const known = (word: string): number => {
      const number = this.#numbers.get(word) ?? unknown.get(word) ?? mostWords - 1 - unknown.size;
      if (!this.#numbers.has(word)) unknown.set(word, number);
      return number;
    };
    const once = (numbers: number[], most: number) =>
      [...new Set(numbers)].slice(0, most).map((word) => ({ word, telling: 1 }));
    return {
      words: words.slice(0, mostAsked.words).map((word) => ({ word: known(word), telling: tellingOf(word) })),
      pairs: once(pairsOf(stems.map(known)), mostAsked.pairs),
      pieces: once(pieces.map(known), mostAsked.pieces),
    };
  }

  #numberOf = (word: string): number => {
    const number = this.#numbers.get(word) ?? this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  };
}

/** Two words that stand near each other, in either order. */
const pairsOf = (words: number[]): number[] =>
  words.flatMap((word, at) =>
    words
      .slice(at + 1, at + 1 + near)
      .map((other) => (word < other ? word * mostWords + other : other * mostWords + word)),
  );

function bestOf(scores: Float64Array, most: number): number[] {
  const slots: number[] = [];
  scores.forEach((score, slot) => {
    if (score > 0) slots.push(slot);
  });
  return slots.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, most);
}
