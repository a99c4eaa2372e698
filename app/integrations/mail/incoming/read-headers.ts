import { addressParser, decodeWords } from "postal-mime";
import type { MailAddress } from "./incoming-mail";
import { limits } from "./limits";
import type { MimeHeader } from "./mime-part";

/** The headers of a mail or of what a report quotes of one, by names in lower case. */
export class MailHeaders {
  readonly #values = new Map<string, string[]>();

  constructor(headers: MimeHeader[]) {
    for (const { key, value } of headers) {
      const values = this.#values.get(key);
      if (values) values.push(value);
      else this.#values.set(key, [value]);
    }
  }

  all(name: string): string[] {
    return this.#values.get(name) ?? [];
  }

  /** The first, as the parser and most mail programs show it; undefined where there is none. */
  get(name: string): string | undefined {
    return this.#values.get(name)?.[0];
  }

  /** Groups are taken apart; what is no address is left out. */
  addresses(name: string): MailAddress[] {
    return this.all(name).flatMap(readAddresses).slice(0, limits.addresses);
  }

  /** Ids without their angle brackets. */
  ids(name: string): string[] {
    const found = this.all(name).slice(0, limits.ids).flatMap(readIds);
    return found.length > limits.ids ? [...found.slice(0, 1), ...found.slice(1 - limits.ids)] : found;
  }

  /** The text of a header on one line, encoded words read. */
  text(name: string): string {
    return oneLine(decodeWords(this.get(name)?.slice(0, longestValue) ?? ""));
  }
}

/** Characters of one header that are read. */
const longestValue = 100_000;
/** Of a list of addresses. */
const longestList = 16_000;

export function readAddresses(value: string): MailAddress[] {
  return addressParser(value.slice(0, longestList), { flatten: true }).flatMap(({ address = "", name }) => {
    const bare = address.trim().replace(/^smtp:/i, "");
    return isAddress(bare) ? [{ address: bare, name: oneLine(decodeWords(name ?? "")) }] : [];
  });
}

export const isAddress = (text: string): boolean =>
  text.length <= 320 && /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()\\]+$/u.test(text);

export function readIds(value: string): string[] {
  const known = value.slice(0, longestValue).match(/<[^<>\s]{1,998}>/g);
  if (known) return known.map((id) => id.slice(1, -1));
  return value
    .slice(0, longestValue)
    .split(/[\s,]+/)
    .filter((word) => word.includes("@") && word.length <= 998)
    .map((word) => word.replace(/[<>]/g, ""));
}

/** Line ends and other control characters, by which a header could bring another, become spaces. */
export const oneLine = (text: string): string =>
  // Node 20 reads windows-1252 as Latin-1 (nodejs/node#60888): its quotation marks come as control characters.
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to go.
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ")
    .replace(/[\u0080-\u009f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? "")
    .trim()
    .toWellFormed();

const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ".replace(
  /[\u0081\u008d\u008f\u0090\u009d]/g,
  " ",
);
