import type { Encoding } from "./encodings";
import { guessEncoding } from "./guess-encoding.server";

export interface Decoded {
  text: string;
  encoding: Encoding;
  /** The first line with a sign beyond ASCII, by which a person sees whether a guess is right; where it was one. */
  sample?: string;
}

/** The text of a small file: UTF-16 with its mark, else UTF-8 if it is that without a fault, else what its words tell. */
export async function decodeText(bytes: Uint8Array): Promise<Decoded> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decode(bytes, "utf-16le"), encoding: "utf-16le" };
  if (first === 0xfe && second === 0xff) return { text: decode(bytes, "utf-16be"), encoding: "utf-16be" };
  const text = decode(bytes, "utf-8");
  if (!text.includes("\uFFFD")) return { text, encoding: "utf-8" };
  const encoding = await guessEncoding(Buffer.from(bytes).toString("latin1"));
  const guessed = decode(bytes, encoding);
  return { text: guessed, encoding, sample: /\P{ASCII}/u.test(guessed) ? sampleOf(guessed) : undefined };
}

const sampleOf = (text: string): string | undefined =>
  text
    .split(/\r\n?|\n/)
    .find((line) => /\P{ASCII}/u.test(line))
    ?.slice(0, 200)
    .toWellFormed();

function decode(bytes: Uint8Array, encoding: Encoding): string {
  // As a stream even where one piece is all: in one go, Node 20 takes windows-1252 for Latin-1 (nodejs/node#60888).
  const decoder = new TextDecoder(encoding);
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}
