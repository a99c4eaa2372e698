import { compoundsOf, type Word, wordsOf } from "../../core/search-index/words";
import { clip } from "../../core/text/clip.js";
import type { Segment } from "./results";
import type { Way, Wish } from "./wish";

/** Whether a word of a text is one of those that were searched for. */
export type IsHit = (word: string) => boolean;

/** An ending is no longer than this; what is longer than its stem by more is another word. */
const longestEnding = 5;
const shortestStem = 3;

export function hitsOf(wishes: Wish[]): IsHit {
  const ways = wishes.flatMap(({ own, other }) => [...own, ...other]);
  const begun = ({ words, isBeginning, areBeginnings }: Way) =>
    areBeginnings ? words : isBeginning ? words.slice(-1) : [];
  const beginnings = ways.flatMap(begun);
  const words = new Set(ways.flatMap((way) => way.words.slice(0, way.words.length - begun(way).length)));
  const stems = ways
    .flatMap(({ words, isStem }) => (isStem ? words : []))
    .filter((stem) => stem.length >= shortestStem);
  return (word) =>
    words.has(word) ||
    beginnings.some((beginning) => word.startsWith(beginning)) ||
    stems.some((stem) => word.startsWith(stem) && word.length - stem.length <= longestEnding);
}

/** A text in pieces, by what was searched for. */
export function highlight(text: string, isHit: IsHit): Segment[] {
  return segment(text, hitPlaces(text, isHit));
}

/** Characters of a snippet. */
const snippetLength = 240;
const before = 60;

/** The part of a text around what was searched for first; undefined where it is not there. */
export function snippetOf(text: string, isHit: IsHit): Segment[] | undefined {
  const [first] = hitPlaces(text, isHit);
  return first ? highlight(crop(text, first.start), isHit) : undefined;
}

/** The beginning, where nothing in it was searched for. */
export const beginningOf = (text: string, isHit: IsHit): Segment[] => highlight(crop(text, 0), isHit);

function crop(text: string, hit: number): string {
  const start = hit > before + 20 ? startNear(text, hit) : 0;
  const rest = text.slice(start);
  const kept = rest.length <= snippetLength ? rest : upToWord(rest);
  return `${start > 0 ? "… " : ""}${kept}${kept.length < rest.length ? " …" : ""}`;
}

/** After the first space that leaves some words before the hit, or else at the hit: there no character is cut. */
function startNear(text: string, hit: number): number {
  const space = text.slice(hit - before, hit).indexOf(" ");
  return space < 0 ? hit : hit - before + space + 1;
}

function upToWord(text: string): string {
  const space = text.lastIndexOf(" ", snippetLength);
  return space > snippetLength - 40 ? text.slice(0, space) : clip(text, snippetLength);
}

type Place = Pick<Word, "start" | "end">;

function hitPlaces(text: string, isHit: IsHit): Place[] {
  const hits = [...wordsOf(text), ...compoundsOf(text)].filter(({ word }) => isHit(word));
  return hits.sort((a, b) => a.start - b.start || b.end - a.end);
}

function segment(text: string, places: Place[]): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  for (const { start, end } of places) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    if (from > done) segments.push({ text: text.slice(done, from), isHit: false });
    const last = segments.at(-1);
    // Pairs of signs overlap: together they are one hit.
    if (last?.isHit && from === done) last.text += text.slice(from, end);
    else segments.push({ text: text.slice(from, end), isHit: true });
    done = end;
  }
  if (done < text.length) segments.push({ text: text.slice(done), isHit: false });
  return segments;
}
