import { createReadStream } from "node:fs";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** After so many characters beyond ASCII there is no doubt left. */
const enough = 100_000;

/** A whole character of UTF-8, or a byte that is part of none. */
const beyondAscii = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}|[\x80-\xFF]/g;
/** The beginning of a character whose end has yet to be read. */
const begun = /[\xC2-\xF4][\x80-\xBF]{0,2}$/;

/**
 * UTF-16 where a file says so itself, else UTF-8, unless most of what is not ASCII would be wrong then: a
 * damaged character does not make a file of another encoding.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const found = { whole: 0, stray: 0 };
  let rest = "";
  let isFirst = true;
  for await (const chunk of createReadStream(path, { encoding: "latin1", highWaterMark: 1024 * 1024 })) {
    if (isFirst && chunk.startsWith("\xFF\xFE")) return "utf-16le";
    if (isFirst && chunk.startsWith("\xFE\xFF")) return "utf-16be";
    isFirst = false;
    const bytes = rest + chunk;
    rest = begun.exec(bytes)?.[0] ?? "";
    count(bytes.slice(0, bytes.length - rest.length), found);
    if (found.whole + found.stray > enough) break;
  }
  count(rest, found);
  return found.stray > found.whole ? "windows-1252" : "utf-8";
}

function count(bytes: string, found: { whole: number; stray: number }): void {
  for (const [match] of bytes.matchAll(beyondAscii)) found[match.length > 1 ? "whole" : "stray"] += 1;
}
