import { createReadStream } from "node:fs";
import type { Encoding } from "../../core/text/encodings";
import { guessEncoding } from "../../core/text/guess-encoding.server";
import { readText } from "./read-text.server";

/** Characters beyond ASCII that are enough to tell the encoding by. */
const enough = 100_000;

/** Bytes around characters beyond ASCII that an encoding is guessed by. */
const enoughToGuess = 4 * 1024 * 1024;

/** A whole character of UTF-8, or a byte that is part of none. */
const beyondAscii = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}|[\x80-\xFF]/g;
/** The beginning of a character whose end has yet to be read. */
const begun = /[\xC2-\xF4][\x80-\xBF]{0,2}$/;
/** The escape sequences with which ISO-2022-JP begins Japanese text. */
const shifts = ["\x1B$B", "\x1B$@"];

/**
 * UTF-16 where a file says so itself or every other byte is zero, else UTF-8, unless most of what is not ASCII would be
 * wrong then (a damaged character does not make a file of another encoding), else what its words tell.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const found = { whole: 0, stray: 0 };
  let rest = "";
  let strange = "";
  let isFirst = true;
  for await (const chunk of createReadStream(path, { encoding: "latin1", highWaterMark: 1024 * 1024 })) {
    const wide = isFirst ? wideEncoding(chunk) : undefined;
    if (wide) return wide;
    isFirst = false;
    const bytes = rest + chunk;
    rest = begun.exec(bytes)?.[0] ?? "";
    count(bytes.slice(0, bytes.length - rest.length), found);
    if (strange.length < enoughToGuess && (/[\x80-\xFF]/.test(chunk) || isShifted(chunk))) strange += chunk;
    if (found.whole + found.stray > enough) break;
  }
  count(rest, found);
  if (found.stray > found.whole) return guessEncoding(strange);
  // By chance, half a Chinese word may be whole characters of UTF-8.
  if (found.stray * 3 > found.whole && (await isDoubleByte(strange))) return guessEncoding(strange);
  return found.whole === 0 && isShifted(strange) ? "iso-2022-jp" : "utf-8";
}

const isShifted = (bytes: string): boolean => shifts.some((shift) => bytes.includes(shift));

function count(bytes: string, found: { whole: number; stray: number }): void {
  for (const [match] of bytes.matchAll(beyondAscii)) found[match.length > 1 ? "whole" : "stray"] += 1;
}

const doubleByte = new Set<Encoding>(["shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"]);

/** Whether all of a text is words of an encoding with two bytes for a sign; damaged UTF-8 is not. */
async function isDoubleByte(bytes: string): Promise<boolean> {
  const encoding = await guessEncoding(bytes);
  if (!doubleByte.has(encoding)) return false;
  const decoder = new TextDecoder(encoding);
  const text = decoder.decode(Buffer.from(bytes, "latin1"), { stream: true }) + decoder.decode();
  return !/\uFFFD|[a-z](?=\p{Script=Han})|\p{Script=Han}(?=[a-z])/iu.test(text);
}

function wideEncoding(bytes: string): Encoding | undefined {
  if (bytes.startsWith("\xFF\xFE")) return "utf-16le";
  if (bytes.startsWith("\xFE\xFF")) return "utf-16be";
  const beginning = bytes.slice(0, 2000);
  const [even, odd] = [0, 1].map((place) => zeros(beginning, place)) as [number, number];
  // A header of ASCII signs has a zero beside each.
  if (odd > 0.6 && even < 0.1) return "utf-16le";
  return even > 0.6 && odd < 0.1 ? "utf-16be" : undefined;
}

function zeros(bytes: string, first: number): number {
  let count = 0;
  for (let i = first; i < bytes.length; i += 2) if (bytes[i] === "\0") count += 1;
  return count / Math.max(1, bytes.length / 2);
}

/** The first line with a character beyond ASCII in it, by which a person sees whether an encoding is right. */
export async function sampleLine(path: string, encoding: Encoding): Promise<string | undefined> {
  let rest = "";
  for await (const piece of readText(path, encoding)) {
    const text = rest + piece;
    const line = /[^\n]*\P{ASCII}[^\n]*/u.exec(text)?.[0];
    if (line) return line.slice(0, 200).toWellFormed();
    rest = text.slice(text.lastIndexOf("\n") + 1).slice(-1000);
  }
  return;
}
