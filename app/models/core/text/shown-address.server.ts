import { domainToASCII, domainToUnicode } from "node:url";

/** Scripts of which no letter looks like one of Latin, so that they may stand beside it: `例え.jp`. */
const unlike =
  /^[\p{scx=Arab}\p{scx=Hebr}\p{scx=Deva}\p{scx=Thai}\p{scx=Hang}\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\d-]+$/u;

const scripts = ["Latin", "Cyrillic", "Greek", "Armenian", "Georgian", "Arabic", "Hebrew", "Devanagari", "Thai"].map(
  (name) => new RegExp(`^[\\p{Script=${name}}\\p{M}\\d.-]+$`, "u"),
);

/**
 * A domain as people of its language write it: `пример.рф` for `xn--e1afmkfd.xn--p1ai`. Where one script could pass for
 * another (`аррӏе.com` with letters of Cyrillic), it stays as it is stored.
 */
export function shownDomain(domain: string): string {
  if (domain.length > 253 || !domain.includes("xn--")) return domain;
  const unicode = domainToUnicode(domain);
  if (!unicode || domainToASCII(unicode) !== domain) return domain;
  const labels = unicode.split(".");
  const isClear =
    scripts.some((script) => script.test(unicode)) ||
    labels.every((label) => unlike.test(label) || /^[\p{Script=Latin}\d-]+$/u.test(label));
  return isClear ? unicode : domain;
}

/** The same of an address. */
export function shownAddress(email: string): string {
  const at = email.lastIndexOf("@");
  return email.slice(0, at + 1) + shownDomain(email.slice(at + 1));
}
