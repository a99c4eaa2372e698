import { decodeBytes } from "./decode-bytes";
import { limits } from "./limits";
import type { MimeHeader, MimePart } from "./mime-part";
import { readStructured } from "./read-structured";

/** What is still allowed of a mail. */
interface Room {
  headers: number;
  parts: number;
}

/**
 * The tree of a mail's parts, in one pass for each level of it. A library would do, were there one that decodes a large
 * mail in less than a minute and leaves the bytes of a text alone, whose charset is often named wrongly. Throws where
 * the mail exceeds the limits of headers or depth.
 */
export function parseMime(raw: Uint8Array): MimePart {
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  return readPart(mail.subarray(startOf(mail)), { headers: limits.headers, parts: limits.parts }, 0, "text/plain");
}

/** Whether the beginning has the look of a header. */
export function startsWithHeader(raw: Uint8Array): boolean {
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const start = startOf(mail);
  return /^[!-9;-~]+[ \t]*:/.test(mail.toString("latin1", start, start + 1000));
}

const newline = 0x0a;
const carriageReturn = 0x0d;

/** Where the first header begins: after blank lines, a byte order mark and the line that an mbox puts before a mail. */
function startOf(mail: Buffer): number {
  let at = mail[0] === 0xef && mail[1] === 0xbb && mail[2] === 0xbf ? 3 : 0;
  while (mail[at] === newline || mail[at] === carriageReturn) at++;
  return /^>?From /.test(mail.toString("latin1", at, at + 6)) ? mail.indexOf(newline, at) + 1 : at;
}

function readPart(raw: Buffer, room: Room, depth: number, usualType: string): MimePart {
  if (depth > limits.depth) throw new RangeError("Too many parts within parts");
  const { end, body } = findBody(raw);
  room.headers -= end;
  if (room.headers < 0) throw new RangeError("Too many headers");
  const headers = readHeaders(decodeBytes(raw.subarray(0, end)));
  const first = (name: string) => headers.find(({ key }) => key === name)?.value;
  const type = readStructured(first("content-type") ?? usualType);
  const encoding = first("content-transfer-encoding")?.replace(/\([^()]*\)/g, "") ?? "";
  const usual = type.value === "multipart/digest" ? "message/rfc822" : "text/plain";
  const pieces = type.value.startsWith("multipart/")
    ? splitParts(raw.subarray(body), type.params.boundary ?? "", room)
    : [];
  return {
    headers,
    type,
    disposition: readStructured(first("content-disposition")),
    contentId: first("content-id"),
    content: pieces.length > 0 ? new Uint8Array() : decodeTransfer(raw.subarray(body), encoding.trim().toLowerCase()),
    children: pieces.map((piece) => readPart(piece, room, depth + 1, usual)),
  };
}

/** Where the headers end, and where what follows the blank line begins. */
function findBody(raw: Buffer): { end: number; body: number } {
  if (raw[0] === newline) return { end: 0, body: 1 };
  if (raw[0] === carriageReturn && raw[1] === newline) return { end: 0, body: 2 };
  for (let at = raw.indexOf(newline); at !== -1; at = raw.indexOf(newline, at + 1)) {
    if (raw[at + 1] === newline) return { end: at + 1, body: at + 2 };
    if (raw[at + 1] === carriageReturn && raw[at + 2] === newline) return { end: at + 1, body: at + 3 };
  }
  return { end: raw.length, body: raw.length };
}

function readHeaders(text: string): MimeHeader[] {
  const folded: string[][] = [];
  for (const line of text.split("\n")) {
    if (/^[ \t]/.test(line)) folded.at(-1)?.push(line);
    else folded.push([line]);
  }
  return folded.flatMap((lines) => {
    const header = lines.join("");
    const colon = header.indexOf(":");
    const key = header.slice(0, Math.max(0, colon)).trimEnd().toLowerCase();
    return /^[!-9;-~]{1,200}$/.test(key) ? [{ key, value: header.slice(colon + 1).trim() }] : [];
  });
}

/** What stands between the lines `--boundary`, up to `--boundary--` or, where that is missing, the end. */
function splitParts(body: Buffer, boundary: string, room: Room): Buffer[] {
  if (boundary === "") return [];
  const parts: Buffer[] = [];
  let start: number | undefined;
  for (const { at, next, isLast } of delimiters(body, `--${boundary}`)) {
    if (start !== undefined) parts.push(body.subarray(start, Math.max(start, lineEndBefore(body, at))));
    start = isLast ? undefined : next;
    if (isLast || parts.length >= room.parts) break;
  }
  if (start !== undefined && parts.length < room.parts) parts.push(body.subarray(start));
  room.parts -= parts.length;
  return parts;
}

function* delimiters(body: Buffer, delimiter: string) {
  const bytes = Buffer.from(delimiter);
  for (let at = body.indexOf(bytes); at !== -1; at = body.indexOf(bytes, at + bytes.length)) {
    const isAtStart = at === 0 || body[at - 1] === newline;
    const end = body.indexOf(newline, at + bytes.length);
    // Longer ones are of another boundary, which begins with this one.
    const rest = body.toString(
      "latin1",
      at + bytes.length,
      Math.min(end === -1 ? body.length : end, at + bytes.length + 100),
    );
    if (isAtStart && /^(--)?[ \t\r]*$/.test(rest))
      yield { at, next: end === -1 ? body.length : end + 1, isLast: rest.startsWith("--") };
  }
}

/** The line end before a delimiter belongs to it. */
const lineEndBefore = (body: Buffer, at: number): number =>
  body[at - 1] !== newline ? at : body[at - 2] === carriageReturn ? at - 2 : at - 1;

function decodeTransfer(body: Buffer, encoding: string): Uint8Array {
  if (encoding.includes("base64")) return new Uint8Array(Buffer.from(body.toString("latin1"), "base64"));
  return encoding.includes("quoted-printable") ? decodeQuotedPrintable(body) : new Uint8Array(body);
}

const equals = 0x3d;

function decodeQuotedPrintable(body: Buffer): Uint8Array {
  const decoded = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    const code = byte === equals ? hexAt(body, at + 1) * 16 + hexAt(body, at + 2) : Number.NaN;
    const isCode = !Number.isNaN(code);
    const soft = byte === equals && !isCode ? softBreak(body, at) : 0;
    if (soft === 0) decoded[length++] = isCode ? code : byte;
    at += isCode ? 2 : Math.max(0, soft - 1);
  }
  return decoded.slice(0, length);
}

/** The value of a hexadecimal digit; NaN where there is none. */
function hexAt(body: Buffer, at: number): number {
  const byte = body[at] ?? 0;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}

/** The length of `=` and the line end that it takes away; 0 where there is none. */
function softBreak(body: Buffer, at: number): number {
  let end = at + 1;
  while (end - at < 80 && (body[end] === 0x20 || body[end] === 0x09)) end++;
  if (body[end] === newline) return end + 1 - at;
  if (body[end] === carriageReturn) return end + (body[end + 1] === newline ? 2 : 1) - at;
  return end >= body.length ? end - at : 0;
}
