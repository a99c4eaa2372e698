import { type SQL, sql } from "drizzle-orm";
import { configurationOf } from "./language.server";
import { compoundsOf, type Word, wordsOf } from "./words";

export type Weight = "A" | "B" | "C" | "D";

/** A text of a post, and how much its words count. */
export interface WeighedText {
  text: string;
  weight: Weight;
}

/** The last position that a `tsvector` can hold. */
const lastPosition = 16_383;
/** The most positions of one word; PostgreSQL keeps no more than 255. */
const mostPlaces = 200;
/** Characters of one post that are searched. */
const mostCharacters = 40_000;

/**
 * The words of some texts for PostgreSQL: as they stand, which phrases and beginnings of words are found by, and
 * after them without the endings of each language that they may be in.
 */
export function vectorOf(parts: WeighedText[], languages: string[]): SQL {
  const configurations = languages.flatMap((language) => configurationOf(language) ?? []);
  const kept = within(parts, mostCharacters).map((part) => ({ ...part, words: wordsOf(part.text) }));
  const plain = sql`${literal(kept)}::tsvector`;
  const stems = byWeight(kept).flatMap(({ text, weight }) =>
    configurations.map((name) => sql` || setweight(to_tsvector(${name}::regconfig, ${text}), ${weight})`),
  );
  return sql`(${plain}${sql.join(stems)})`;
}

/** As PostgreSQL writes a `tsvector`: `'word':1A,7B`. Words hold letters and digits only, so nothing is quoted. */
function literal(parts: (WeighedText & { words: Word[] })[]): string {
  const places = new Map<string, string[]>();
  const add = (word: string, position: number, weight: Weight) => {
    const place = `${Math.min(position, lastPosition)}${weight}`;
    const known = places.get(word);
    if (!known) places.set(word, [place]);
    else if (known.length < mostPlaces) known.push(place);
  };
  let offset = 0;
  for (const { text, weight, words } of parts) {
    for (const [i, { word }] of words.entries()) add(word, offset + i + 1, weight);
    const compounds = compoundsOf(text);
    const positionAt = new Map(compounds.length > 0 ? words.map(({ start }, i) => [start, i + 1]) : []);
    for (const { word, start } of compounds) add(word, offset + (positionAt.get(start) ?? 1), weight);
    // A gap, so that no phrase reaches from one text into the next.
    offset += words.length + 10;
  }
  return [...places].map(([word, at]) => `'${word}':${at.join(",")}`).join(" ");
}

/** What counts the same in one, since each is an expression of its own in the statement, and a post has many comments. */
function byWeight(parts: (WeighedText & { words: Word[] })[]): WeighedText[] {
  const texts = new Map<Weight, string[]>();
  for (const { weight, words } of parts) {
    const known = texts.get(weight) ?? [];
    for (const { word } of words) known.push(word);
    texts.set(weight, known);
  }
  return [...texts].flatMap(([weight, words]) => (words.length > 0 ? [{ weight, text: words.join(" ") }] : []));
}

function within(parts: WeighedText[], characters: number): WeighedText[] {
  let left = characters;
  return parts.map(({ text, weight }) => {
    const kept = text.slice(0, Math.max(0, left));
    left -= kept.length;
    return { text: kept, weight };
  });
}
