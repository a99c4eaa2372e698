/** What a template of the support desk may have in double braces: `{{number}}`. */
export const ticketGaps = ["number", "subject", "name", "category"] as const;

type TicketGap = (typeof ticketGaps)[number];

const gap = /\{\{\s*([^{}]{0,40}?)\s*\}\}/g;

/** Whether a text has no gaps but these. */
export const hasOnlyGaps = (text: string, gaps: readonly string[]): boolean =>
  [...text.matchAll(gap)].every(([, name = ""]) => gaps.includes(name));

/** The text with its gaps filled. */
export const fillTicketGaps = (text: string, values: Record<TicketGap, string>): string =>
  text.replace(gap, (whole, name) => values[name as TicketGap] ?? whole);
