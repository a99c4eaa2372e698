import { decodeBytes } from "./decode-bytes";
import type { Structured } from "./mime-part";

/** Characters of such a header that are read. */
const longest = 20_000;

/** Reads `value; name=value; name="value"`, comments left out. The first of several of one name counts. */
export function readStructured(header = ""): Structured {
  const [value = "", ...pieces] = splitOutsideQuotes(header.slice(0, longest));
  const params = new Map<string, string>();
  for (const piece of pieces) {
    const equals = piece.indexOf("=");
    const name = piece.slice(0, equals).trim().toLowerCase();
    if (equals > 0 && !params.has(name)) params.set(name, unquote(piece.slice(equals + 1).trim()));
  }
  return { value: value.trim().toLowerCase(), params: joinContinued(params) };
}

/** The pieces between semicolons; those in quotation marks and in comments do not count. */
function splitOutsideQuotes(header: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  let isQuoted = false;
  let depth = 0;
  for (let at = 0; at < header.length; at++) {
    const sign = header[at] ?? "";
    const isEscape = sign === "\\" && (isQuoted || depth > 0);
    const isCommentStart = !isQuoted && sign === "(" && (depth > 0 || /^$|[\s;]$/.test(piece.slice(-1)));
    if (sign === '"' && depth === 0) isQuoted = !isQuoted;
    if (isCommentStart) depth++;
    else if (depth > 0) depth -= sign === ")" ? 1 : 0;
    else if (sign === ";" && !isQuoted) {
      pieces.push(piece);
      piece = "";
    } else piece += isEscape ? sign + (header[at + 1] ?? "") : sign;
    if (isEscape) at++;
  }
  return [...pieces, piece];
}

const unquote = (text: string): string =>
  text.startsWith('"')
    ? text.slice(1, text.length > 1 && text.endsWith('"') ? -1 : undefined).replace(/\\(.)/g, "$1")
    : text;

/** `name*0*=utf-8''…; name*1=…` as `name`. */
function joinContinued(params: Map<string, string>): Record<string, string> {
  const plain: Record<string, string> = Object.create(null);
  const continued = new Map<string, { part: number; value: string; isEncoded: boolean }[]>();
  for (const [key, value] of params) {
    const [, name, part = "0", encoded] = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/.exec(key) ?? [];
    if (!name) plain[key] = value;
    else
      continued.set(
        name,
        [
          ...(continued.get(name) ?? []),
          { part: Number(part), value, isEncoded: !/\*\d/.test(key) || encoded !== undefined },
        ].slice(0, 100),
      );
  }
  for (const [name, parts] of continued) plain[name] = decodeContinued(parts.sort((a, b) => a.part - b.part));
  return plain;
}

function decodeContinued(parts: { value: string; isEncoded: boolean }[]): string {
  const [, charset = ""] = /^([^']*)'[^']*'/.exec(parts[0]?.isEncoded ? parts[0].value : "") ?? [];
  const bytes = parts.flatMap(({ value, isEncoded }, i) => {
    const text = i === 0 && isEncoded ? value.replace(/^[^']*'[^']*'/, "") : value;
    return [...(isEncoded ? percentBytes(text) : new TextEncoder().encode(text))];
  });
  return decodeBytes(Uint8Array.from(bytes), charset);
}

const percentBytes = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/%[\da-f]{2}|./gis) ?? [], (sign) =>
    sign.length === 3 ? Number.parseInt(sign.slice(1), 16) : sign.charCodeAt(0) & 0xff,
  );
