import { plainNumber } from "../../core/text/numerals";

/** The number of a post as people write it, `12` or `#12`, or paste it: the address of its page. */
export function readPostNumber(text: string): number | undefined {
  const typed = plainNumber(text);
  const [, digits] = /^#?([1-9]\d{0,8})$/.exec(typed) ?? /\/posts\/([1-9]\d{0,8})(?:[/?#].*)?$/.exec(typed) ?? [];
  return digits ? Number(digits) : undefined;
}
