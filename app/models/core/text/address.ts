/** What RFC 5322 calls a dot-atom: what stands before the @ of an address that needs no quotes. */
const local = /^(?=.{1,64}$)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const topLevel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
/** What may stand in a domain as people type it, the full stops of Chinese and Japanese included. */
const typed = /^[\p{L}\p{M}\p{N}.。．｡-]+$/u;

/** A domain as mail has it, in letters of ASCII (`xn--…`), however it is typed; undefined if it can be none. */
export function readDomainName(text: string): string | undefined {
  if (text.length > 253 || !typed.test(text) || !URL.canParse(`http://${text}/`)) return;
  const domain = new URL(`http://${text}/`).hostname.replace(/\.$/, "");
  const labels = domain.split(".");
  const isOne = labels.length > 1 && domain.length <= 253 && labels.every((one) => label.test(one));
  return isOne && topLevel.test(labels.at(-1) ?? "") ? domain : undefined;
}

/** Characters; an address has 320 at most, and to put a text into its normal form takes long. */
const longest = 1000;

/** Marks that come along when an address is copied out of a text from right to left. */
const directions = /[\u200E\u200F\u061C]/g;

/** An address in the one form in which it is stored: lower case, its domain in ASCII. Undefined if it can be none. */
export function readAddress(text: string): string | undefined {
  if (text.length > longest) return;
  const plain = text.replace(directions, "").normalize("NFKC").trim().toLowerCase();
  const at = plain.lastIndexOf("@");
  const name = plain.slice(0, Math.max(0, at));
  if (plain.length > 320 || !local.test(name)) return;
  const domain = readDomainName(plain.slice(at + 1));
  return domain && `${name}@${domain}`;
}

/** What stands behind the @ of a stored address. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** What somebody looks for: an address in the form in which it is stored, or as much of one as it is. */
export const addressOrPart = (text: string): string => readAddress(text) ?? text.trim().toLowerCase();
