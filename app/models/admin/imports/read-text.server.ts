import { createReadStream } from "node:fs";
import type { Encoding } from "../../core/text/encodings";

/** A file's text piece by piece, every line of it ended by a line feed alone. */
export function readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  return withLineFeeds(decode(path, encoding));
}

async function* decode(path: string, encoding: Encoding): AsyncGenerator<string> {
  // As a stream even where one piece is all: in one go, Node 20 takes windows-1252 for Latin-1 (nodejs/node#60888).
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/** The same text with every line ended by a line feed alone. */
export async function* withLineFeeds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const piece of pieces) {
    const text = held + piece;
    // Its line feed may come with the next piece.
    held = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n");
  }
}
