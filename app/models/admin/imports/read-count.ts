/** The largest number of votes: what is larger is an id or a time. */
const most = 10_000_000;

/** Groups of three digits, and whatever languages put between them. */
const grouped = /^\d{1,3}(?:[.,\s'’٬]\d{3})+$/;

/**
 * How many votes a cell says: `120`, `1,234`, `1.234 Stimmen`, `١٢٠`. Undefined for what is no whole number from 0, such as
 * `36.88`: that is a score which somebody worked out.
 */
export function readCount(text: string): number | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/^\+|\s*\p{L}+\.?$/gu, "")
    .trim();
  const digits = grouped.test(plain) ? plain.replace(/\D/g, "") : plain.replace(/[.,]0+$/, "");
  if (!/^\d{1,8}$/.test(digits)) return;
  return Number(digits) <= most ? Number(digits) : undefined;
}
