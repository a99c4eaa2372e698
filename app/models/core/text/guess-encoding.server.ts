import { type Encoding, readEncoding } from "./encodings";

/** Bytes; more words say nothing new. */
const enough = 64 * 1024;

/** A sequence of bytes without ASCII signs, digits and spaces in which one is beyond ASCII; `latin1` makes each a character. */
const strangeWords = /[A-Za-z'\x80-\xFF]*[\x80-\xFF][A-Za-z'\x80-\xFF@[\\\]^_`{|}~]*/g;

/** What people write with is likelier than what they once did: of two that explain a text alike, the likelier is it. */
const likelihood: Partial<Record<Encoding, number>> = {
  "windows-1252": 1.6,
  "iso-8859-2": 0.9,
  "iso-8859-5": 0.7,
  "iso-8859-6": 0.9,
  "iso-8859-7": 0.8,
  "iso-8859-8": 0.8,
  "iso-8859-15": 0.7,
  "koi8-u": 0.8,
  ibm866: 0.9,
  macintosh: 0.7,
  "x-mac-cyrillic": 0.6,
  "windows-874": 0.9,
};

/** Encodings that are only guessed where many bytes speak for them. */
const rare = new Set<Encoding>([
  "iso-8859-5",
  "iso-8859-6",
  "iso-8859-8",
  "koi8-u",
  "ibm866",
  "x-mac-cyrillic",
  "windows-874",
]);
const fewest = 4;

/**
 * What a text that is not UTF-8 is written in, as far as its words tell: a library knows which bytes which languages
 * use, and what nobody writes (half a word in another script, a capital after a small letter) speaks against it.
 * Only words with bytes beyond ASCII have a say, because much English around them would outvote them.
 * @param bytes each a character
 */
export async function guessEncoding(bytes: string): Promise<Encoding> {
  const words = bytes.includes("\x1B$") ? bytes.slice(0, enough) : wordsBeyondAscii(bytes);
  const sample = Buffer.from(words, "latin1");
  // 100 ms and 7 MB, which few files need.
  const { detectAll } = await import("jschardet");
  const isShort = (sample.toString("latin1").match(/[\x80-\xFF]/g) ?? []).length < fewest;
  const found = detectAll(sample, { minimumThreshold: 0 }).flatMap(({ encoding, confidence }) => {
    const known = readEncoding(encoding ?? "");
    return known && !(isShort && rare.has(known)) ? [{ encoding: known, score: worth(sample, known, confidence) }] : [];
  });
  // Where nothing is known of so few bytes, they are what most such files have.
  found.push({ encoding: "windows-1252", score: worth(sample, "windows-1252", 0.003) });
  return found.sort((a, b) => b.score - a.score)[0]?.encoding ?? "windows-1252";
}

function wordsBeyondAscii(bytes: string): string {
  let words = "";
  for (const [word] of bytes.matchAll(strangeWords)) {
    words += `${word.slice(0, 200)} `;
    if (words.length > enough) break;
  }
  return words;
}

function worth(sample: Uint8Array, encoding: Encoding, confidence: number): number {
  const decoder = new TextDecoder(encoding);
  const text = decoder.decode(sample, { stream: true }) + decoder.decode();
  const oddities = text.match(odd)?.length ?? 0;
  const length = text.split(" ").length;
  return confidence * (likelihood[encoding] ?? 1) * 0.03 ** (oddities / length);
}

/**
 * What does not come in words: controls, lines of boxes, marks on nothing, signs within or before one, a capital after
 * a small letter, two alphabets.
 */
const odd =
  /[\x80-\x9F\uFFFD\u2500-\u259F\uE000-\uF8FF]|(?<![\p{L}\p{M}])\p{M}|\p{Ll}\p{Lu}|[A-Za-z](?=[\u0370-\u1FFF])|[\u0370-\u1FFF](?=[A-Za-z])|[¤¦¬®±¶·¸¹²³¼½¾](?=\p{L})|\p{L}[«»¤¦§¬®±¶¸¹²³¼½¾¿](?=\p{L}|\b)|[\uAC00-\uD7AF](?=\p{Script=Han})|\p{Script=Han}(?=[\uAC00-\uD7AF])/gu;
