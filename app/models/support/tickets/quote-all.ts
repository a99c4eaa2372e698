import { ticketLimits } from "./limits";

/** Room for the words of whoever forwards it. */
const roomAbove = 5000;

/** Messages as quotes in Markdown, one below the other, after room for one's own words; of too many, the latest. */
export function quoteAll(messages: string[]): string {
  let left = ticketLimits.body.max - roomAbove;
  const quotes: string[] = [];
  for (const body of messages.toReversed()) {
    const quote = body.replace(/^/gm, "> ");
    left -= quote.length + 2;
    if (left < 0) break;
    quotes.unshift(quote);
  }
  return `\n\n${quotes.join("\n\n")}`;
}
