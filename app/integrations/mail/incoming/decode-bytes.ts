import { detect } from "jschardet";
import { decodeUtf7 } from "./utf-7";

/** What a charset is guessed by, in bytes. */
const sampleLength = 8192;

/**
 * The text of a part. A charset that is missing, unknown or plainly wrong does not lose any of it: UTF-8 without a
 * fault is UTF-8, whatever western charset is named. Signs that no database takes are left out.
 */
export function decodeBytes(bytes: Uint8Array, charset = ""): string {
  return clean(textOf(bytes, charset.trim().toLowerCase()));
}

function textOf(bytes: Uint8Array, charset: string): string {
  if (/^(unicode-1-1-)?utf-?7$/.test(charset)) return decodeUtf7(decode(bytes, "windows-1252") ?? "");
  if (mayBeUtf8(charset)) return strictUtf8(bytes) ?? guess(bytes, charset);
  const text = decode(bytes, charset);
  if (text !== undefined && !text.includes("\uFFFD")) return text;
  return strictUtf8(bytes) ?? text ?? guess(bytes, "");
}

/** Those that programs put down without looking. */
const mayBeUtf8 = (charset: string): boolean =>
  /^$|^(us-)?ascii$|^ansi|^utf-?8$|^unicode-1-1-utf-8$|^iso-?8859-1(5)?$|^latin-?1$|^(windows|cp)-?125\d$|^x-unknown|^unknown|^default$|^(7|8)bit$/.test(
    charset,
  );

function strictUtf8(bytes: Uint8Array): string | undefined {
  if (isIso2022(bytes)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function guess(bytes: Uint8Array, charset: string): string {
  const isNamed = charset !== "" && !charset.startsWith("utf") && !/ascii|unknown|ansi|default|bit$/.test(charset);
  const named = isNamed && !isIso2022(bytes) ? decode(bytes, charset) : undefined;
  if (named !== undefined) return named;
  if (isIso2022(bytes)) return decode(bytes, "iso-2022-jp") ?? "";
  const broken = decode(bytes, "utf-8") ?? "";
  // A few broken characters in much that is not: cut off in the middle, not of another charset.
  if (
    charset.startsWith("utf") &&
    (broken.match(/\uFFFD/g)?.length ?? 0) * 20 < (broken.match(/\P{ASCII}/gu)?.length ?? 0)
  )
    return broken;
  return decode(bytes, guessCharset(bytes)) ?? decode(bytes, "windows-1252") ?? broken;
}

function guessCharset(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 200);
  const sample = bytes.subarray(start, start + sampleLength);
  const { encoding, confidence } = detect(String.fromCharCode(...sample));
  return encoding && confidence > 0.8 && encoding !== "UTF-8" ? encoding.toLowerCase() : "windows-1252";
}

const escapeByte = 0x1b;

/** Japanese in seven bits: `ESC $ B` or `ESC $ @`. */
function isIso2022(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(escapeByte); at !== -1; at = bytes.indexOf(escapeByte, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true;
  }
  return false;
}

function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    // As a stream: in one go, Node 20 takes windows-1252 for Latin-1 (nodejs/node#60888).
    const decoder = new TextDecoder(aliases[charset] ?? charset);
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return undefined;
  }
}

const aliases: Record<string, string> = {
  cp932: "shift_jis",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
  "iso-2022-jp-ms": "iso-2022-jp",
  "ks_c_5601-1987": "euc-kr",
};

/** Without control characters but tabs and line ends, and without halves of characters. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to go.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff]/g, "")
    .toWellFormed();
