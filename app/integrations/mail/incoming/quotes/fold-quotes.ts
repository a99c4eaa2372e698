import { quoteEnd, quoteStart } from "../html-to-marked-text";
import { limits } from "../limits";
import { attributionAt, holdsAttribution, isQuoteBelow, looksAttributed } from "./attribution";
import { bareLine, isBlank, isQuotedLine } from "./bare-line";
import { startOfRule, startsHeaderBlock } from "./header-block";
import { isForward, isSeparator } from "./separators";
import { signatureStart } from "./signature";

export interface Folded {
  /** What the person wrote. */
  text: string;
  /** Quotes, signature and disclaimers. */
  quoted: string;
}

/** Neighbouring lines that are quoted, or are not. */
interface Run {
  isQuote: boolean;
  /** Whether a line above says who wrote it, or the mail program marked it. */
  isAttributed: boolean;
  start: number;
  end: number;
}

/**
 * Takes the text of a mail apart: each of its lines is in `text` or in `quoted`. A quote that the answer is written
 * under or between stays, since the answer means nothing without it; so does a mail that is passed on.
 */
export function foldQuotes(text: string, { passesOn = false } = {}): Folded {
  const searched = beginning(text);
  const lines = searched.split("\n");
  const folded = new Uint8Array(lines.length);
  const { runs, end } = findRuns(lines, passesOn);
  folded.fill(1, end);
  foldBelow(lines, runs, folded);
  foldTop(lines, runs, folded);
  return split(lines, folded, text.slice(searched.length));
}

/** As much of a text as is searched, up to the end of a line if it can be helped. */
function beginning(text: string): string {
  let end = 0;
  for (let lines = 0; lines < limits.lines; lines++) {
    const next = text.indexOf("\n", end);
    if (next === -1 && text.length <= limits.text) return text;
    if (next === -1 || next >= limits.text) return text.slice(0, end || limits.text);
    end = next + 1;
  }
  return text.slice(0, end);
}

/** The runs up to where the mail that is answered goes on to the end. */
function findRuns(lines: readonly string[], passesOn: boolean): { runs: Run[]; end: number } {
  const runs: Run[] = [];
  const add = (isQuote: boolean, isAttributed: boolean, start: number, end: number): void => {
    const last = runs.at(-1);
    if (last && last.isQuote === isQuote && (!isAttributed || !isQuote)) last.end = end;
    else runs.push({ isQuote, isAttributed, start, end });
  };
  const ends = passesOn ? undefined : endsOfMarked(lines);
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    if (isForward(line)) {
      add(false, false, at, lines.length);
      break;
    }
    if (line === quoteStart && ends) {
      const end = ends.get(at);
      const isOpen = isPassedOn(lines, at) || isAnsweredWithin(lines, at, end);
      if (!isOpen && end === undefined) return { runs, end: at };
      add(!isOpen, !isOpen, at, isOpen ? at + 1 : (end ?? at));
      at = isOpen ? at + 1 : (end ?? at);
      continue;
    }
    if (isQuotedLine(line)) {
      const end = quoteEndAfter(lines, at);
      const above = paragraphAbove(lines, at, runs.at(-1));
      if (above !== undefined) shorten(runs, above);
      add(true, above !== undefined || holdsAttribution(lines, at), above ?? at, end);
      at = end;
      continue;
    }
    if (!passesOn && (isSeparator(line) || startsHeaderBlock(lines, at))) return { runs, end: startOfRule(lines, at) };
    const attribution = passesOn ? 0 : attributionAt(lines, at);
    if (attribution > 0) {
      if (!isQuoteBelow(lines, at + attribution)) return { runs, end: at };
      const quote = firstThatSays(lines, at + attribution);
      const end = lines[quote] === quoteStart ? ends?.get(quote) : quoteEndAfter(lines, quote);
      if (end === undefined) return { runs, end: at };
      add(true, true, at, end);
      at = end;
      continue;
    }
    add(false, false, at, at + 1);
    at++;
  }
  return { runs, end: runs.at(-1)?.end ?? 0 };
}

/** Whether the marked lines begin with a forwarded mail. */
function isPassedOn(lines: readonly string[], start: number): boolean {
  const first = lines.slice(start + 1, start + 8).find((line) => !isBlank(line) && !isMark(line));
  return first !== undefined && isForward(first);
}

/** Whether somebody wrote between the quoted lines of what a mail program marked, as Gmail has it. */
function isAnsweredWithin(lines: readonly string[], start: number, end = start): boolean {
  let isQuoteSeen = false;
  for (let at = start + 1; at < end; at++) {
    const line = lines[at] ?? "";
    if (isQuotedLine(line)) isQuoteSeen = true;
    else if (isQuoteSeen && !isBlank(line) && !isMark(line)) return true;
  }
  return false;
}

const isMark = (line: string): boolean => line === quoteStart || line === quoteEnd;

/** For each line that begins what a mail program marked as quoted, the line after its end; the inner ones too. */
function endsOfMarked(lines: readonly string[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (line === quoteStart) open.push(at);
    const start = line === quoteEnd ? open.pop() : undefined;
    if (start !== undefined) ends.set(start, at + 1);
  }
  return ends;
}

function firstThatSays(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at])) at++;
  return at;
}

/** Where quoted lines end, blank ones between them and what was wrapped out of them included. */
function quoteEndAfter(lines: readonly string[], start: number): number {
  let end = start;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isQuotedLine(line)) end = at + 1;
    else if (!isBlank(line) && !isWrapped(lines, at)) break;
  }
  return end;
}

/** The end of a long quoted line, put on a line of its own on the way here. */
function isWrapped(lines: readonly string[], at: number): boolean {
  const [before = "", line = "", after = ""] = lines.slice(at - 1, at + 2);
  const isBetween = isQuotedLine(before) && isQuotedLine(after) && before.length >= 60;
  return (
    isBetween &&
    /^\p{Ll}/u.test(line) &&
    line.length <= 80 &&
    !/[.!?:]$/.test(before.trimEnd()) !== /\.$/.test(line.trim())
  );
}

/** Where the paragraph begins that names the quoted person in a language that no rule knows. */
function paragraphAbove(lines: readonly string[], at: number, own: Run | undefined): number | undefined {
  if (!own || own.isQuote) return undefined;
  let last = at - 1;
  if (isBlank(lines[last])) last--;
  let first = last;
  while (first > own.start && last - first < 3 && !isBlank(lines[first - 1])) first--;
  for (let start = last; start >= Math.max(first, own.start); start--) {
    const paragraph = lines
      .slice(start, last + 1)
      .map(bareLine)
      .join(" ");
    if (looksAttributed(paragraph)) return start;
  }
  return undefined;
}

function shorten(runs: Run[], end: number): void {
  const own = runs.at(-1);
  if (!own) return;
  own.end = end;
  if (own.end <= own.start) runs.pop();
}

/** Folds away the last quote, where nobody wrote under it, and the signatures under and above it. */
function foldBelow(lines: readonly string[], runs: readonly Run[], folded: Uint8Array): void {
  const says = (from: number, to: number) => lines.slice(from, to).some((line) => !isBlank(line) && !isMark(line));
  const first = runs.find(({ isQuote, start, end }) => !isQuote && says(start, end));
  let isQuoteSeen = false;
  for (const run of runs.toReversed()) {
    const { isQuote, start, end } = run;
    if (isQuote && isQuoteSeen) return;
    isQuoteSeen ||= isQuote;
    const from = isQuote ? start : signatureStart(lines, { start, end, isAlone: run === first });
    folded.fill(1, from, end);
    if (!isQuote && says(start, from)) return;
  }
}

/** Folds away the one quote above an answer, unless it asks what is answered. */
function foldTop(lines: readonly string[], runs: readonly Run[], folded: Uint8Array): void {
  const [quote, another] = runs.filter(({ isQuote, start }) => isQuote && folded[start] === 0);
  if (!quote || another || !quote.isAttributed) return;
  const asks = lines.slice(quote.start, quote.end).some((line) => /[?？؟;]\s*$/.test(line.slice(-400)));
  if (!asks) folded.fill(1, quote.start, quote.end);
}

function split(lines: readonly string[], folded: Uint8Array, rest: string): Folded {
  const text: string[] = [];
  const quoted: string[] = [];
  for (const [at, line] of lines.entries()) if (!isMark(line)) (folded[at] ? quoted : text).push(line);
  if (rest !== "") quoted.push(rest);
  return { text: tidy(text), quoted: tidy(quoted) };
}

const tidy = (lines: readonly string[]): string => trimLines(lines).join("\n").trimEnd();

/** Without blank lines at either end. */
function trimLines(lines: readonly string[]): readonly string[] {
  let start = 0;
  while (start < lines.length && isBlank(lines[start])) start++;
  return lines.slice(start);
}
