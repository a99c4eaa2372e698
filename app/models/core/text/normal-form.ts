/** Marks, and the two half-width signs that become marks, stacked higher than any language has them. */
const endlessMarks = /([\p{M}\uFF9E\uFF9F]{16})[\p{M}\uFF9E\uFF9F]+/gu;

/**
 * A Unicode normal form. Marks on one letter have to be put in order, which takes the square of their number:
 * a letter with a hundred thousand of them would keep the process busy for minutes.
 */
export function normalForm(text: string, form: "NFC" | "NFD" | "NFKC" | "NFKD"): string {
  return text.replace(endlessMarks, "$1").normalize(form);
}
