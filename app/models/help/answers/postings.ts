/** So few texts say nothing of how rare a word is: they count as so many, of which the others do not have it. */
const fewest = 100;
/** Usual numbers of BM25: how soon more of the same says nothing new, and how much longer texts say less with each word. */
const saturation = 1.2;
const lengthWeight = 0.75;

interface Posting {
  texts: number[];
  /** How often each of them has the word. */
  counts: number[];
}

const none: Posting = { texts: [], counts: [] };

/**
 * Which texts have which words, weighed by BM25 (Robertson and Zaragoza, 2009). Words and texts are numbers of the caller's, those of
 * texts small ones, from 0.
 */
export class Postings {
  readonly #words = new Map<number, Posting>();
  readonly #said = new Map<number, number[]>();
  readonly #lengths: number[] = [];
  #length = 0;

  get count(): number {
    return this.#said.size;
  }

  add(text: number, words: number[]): void {
    this.remove(text);
    const counts = new Map<number, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      const posting = this.#words.get(word) ?? { texts: [], counts: [] };
      posting.texts.push(text);
      posting.counts.push(count);
      this.#words.set(word, posting);
    }
    this.#said.set(text, [...counts.keys()]);
    this.#lengths[text] = words.length;
    this.#length += words.length;
  }

  remove(text: number): void {
    for (const word of this.#said.get(text) ?? []) {
      const { texts, counts } = this.#words.get(word) ?? none;
      const at = texts.indexOf(text);
      texts.splice(at, 1);
      counts.splice(at, 1);
      if (texts.length === 0) this.#words.delete(word);
    }
    if (this.#said.delete(text)) this.#length -= this.#lengths[text] ?? 0;
  }

  textsWith(word: number): readonly number[] {
    return (this.#words.get(word) ?? none).texts;
  }

  /** Adds to each text that has any of these words how well it fits, so many times. */
  score(words: { word: number; telling: number }[], times: number, into: Float64Array): void {
    const average = this.#length / this.count;
    for (const { word, telling } of words) {
      const { texts, counts } = this.#words.get(word) ?? none;
      const weight = times * telling * rarityOf(texts.length, this.count) * (saturation + 1);
      for (let i = 0; i < texts.length; i++) {
        const [text, count] = [texts[i] as number, counts[i] as number];
        const long = 1 - lengthWeight + lengthWeight * ((this.#lengths[text] as number) / average);
        into[text] = (into[text] as number) + (weight * count) / (count + saturation * long);
      }
    }
  }
}

/** How rare a word is that so many of all texts have: about 0 where all have it. */
const rarityOf = (having: number, all: number): number =>
  Math.log(1 + (Math.max(all, fewest) - having + 0.5) / (having + 0.5));

export interface Cover {
  /** By text, from 0 to 1: what share of the words it has, by weight. */
  shares: Float64Array;
  /** Of all words together. */
  weight: number;
}

/** How much of these words each text has, in any of these fields; a word weighs more that fewer texts have. */
export function cover(fields: Postings[], words: { word: number; telling: number }[], size: number): Cover {
  const shares = new Float64Array(size);
  const marks = new Int32Array(size);
  const all = fields[0]?.count ?? 0;
  let sum = 0;
  words.forEach(({ word, telling }, i) => {
    const having: number[] = [];
    for (const field of fields) {
      for (const text of field.textsWith(word)) {
        if (marks[text] === i + 1) continue;
        marks[text] = i + 1;
        having.push(text);
      }
    }
    const weight = telling * rarityOf(having.length, all);
    sum += weight;
    for (const text of having) shares[text] = (shares[text] as number) + weight;
  });
  if (sum > 0) for (let text = 0; text < size; text++) shares[text] = (shares[text] as number) / sum;
  return { shares, weight: sum };
}
