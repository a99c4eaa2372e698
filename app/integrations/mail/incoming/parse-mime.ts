import PostalMime from "postal-mime";
import { decodeBytes } from "./decode-bytes";
import { limits } from "./limits";

export interface MimeHeader {
  /** In lower case. */
  key: string;
  /** Unfolded, encoded words as they are. */
  value: string;
}

interface Structured {
  value: string;
  params: Record<string, string>;
}

/** A part as the parser leaves it, whose own types keep its tree to itself. */
export interface MimePart {
  headers: MimeHeader[];
  contentType: { parsed: Structured; multipart: string | false };
  contentDisposition: { parsed: Structured };
  contentId?: string;
  /** Decoded from its transfer encoding, not from its charset. */
  content: ArrayBuffer | null;
  childNodes: MimePart[];
}

/**
 * The tree of a mail's parts. The parser's own texts are not used: they know one charset only, and mails name wrong
 * ones. Throws where the mail exceeds the limits of headers or depth.
 */
export async function parseMime(raw: Uint8Array): Promise<MimePart> {
  const parser = new TreeOnly({ maxNestingDepth: limits.depth, maxHeadersSize: limits.headers });
  await parser.parse(withReadableHeaders(raw));
  return (parser as unknown as { root: MimePart }).root;
}

/** Leaves out what the parser would make of the tree, which costs as much again. */
class TreeOnly extends PostalMime {
  async collectNode(): Promise<void> {}
}

/** Whether the beginning has the look of a header, an mbox's `From ` line left out. */
export function startsWithHeader(raw: Uint8Array): boolean {
  const start = asciiOf(raw, startOf(raw), 1000);
  return /^[!-9;-~]+[ \t]*:/.test(start);
}

const newline = 0x0a;

const asciiOf = (raw: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...raw.subarray(at, at + length));

/** Where the first header begins: after blank lines, a byte order mark and the line that an mbox puts before a mail. */
function startOf(raw: Uint8Array): number {
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  while (at < raw.length && [0x0d, newline].includes(raw[at] ?? 0)) at++;
  return /^>?From /.test(asciiOf(raw, at, 6)) ? raw.indexOf(newline, at) + 1 : at;
}

/** The headers as UTF-8, whatever they were in: the parser reads nothing else. */
function withReadableHeaders(raw: Uint8Array): Uint8Array {
  const start = startOf(raw);
  const end = endOfHeaders(raw, start);
  const header = raw.subarray(start, end);
  if (header.every((byte) => byte < 0x80)) return raw.subarray(start);
  const readable = new TextEncoder().encode(decodeBytes(header));
  const whole = new Uint8Array(readable.length + raw.length - end);
  whole.set(readable);
  whole.set(raw.subarray(end), readable.length);
  return whole;
}

function endOfHeaders(raw: Uint8Array, start: number): number {
  const most = Math.min(raw.length, start + limits.headers);
  for (let at = raw.indexOf(newline, start); at !== -1 && at < most; at = raw.indexOf(newline, at + 1)) {
    if (raw[at + 1] === newline || (raw[at + 1] === 0x0d && raw[at + 2] === newline)) return at;
  }
  return most;
}
