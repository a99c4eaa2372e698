import { plainNumber } from "../../core/text/numerals";

/** The number of a ticket as people write it, `123` or `#123`, or paste it: the address of its page in Freshdesk. */
export function readFreshdeskTicketNumber(text: string): number | undefined {
  const typed = plainNumber(text);
  const [, digits] = /^#?\s*([1-9]\d{0,8})$/.exec(typed) ?? /\/tickets\/([1-9]\d{0,8})(?:[/?#].*)?$/.exec(typed) ?? [];
  return digits ? Number(digits) : undefined;
}
