/** `ticket_id`, `ticket.id`, `ticketId` or `id`, and digits behind it, whatever prefix they have: `INC-123`. */
const named = /["']?\b(?:ticket[._-]?id|id)\b["']?\s*[:=]\s*["']?[a-z#_-]*\s*([1-9]\d{0,8})(?!\d)/gi;
const address = /\/tickets\/([1-9]\d{0,8})(?!\d)/g;

/** The most ticket numbers that are taken from one webhook. */
const most = 20;

/**
 * The numbers of the tickets that a webhook speaks of. Its body may be JSON, a form, or nearly one of them: a subject
 * with quotes in it breaks it. A number too many is a ticket read in vain.
 */
export function readFreshdeskTicketNumbers(body: string): number[] {
  const text = /^[^{<]*=/.test(body) ? decode(body) : body;
  const found = [...text.matchAll(named), ...text.matchAll(address)].map(([, digits]) => Number(digits));
  return [...new Set(found)].slice(0, most);
}

/** `freshdesk_webhook[ticket_id]` is `ticket_id`. */
function innermost(name: string): string {
  const from = name.lastIndexOf("[") + 1;
  return from > 0 && name.endsWith("]") && name.length - from > 1 ? name.slice(from, -1) : name;
}

function decode(form: string): string {
  return [...new URLSearchParams(form)].map(([name, value]) => `${innermost(name)}=${value}`).join("\n");
}
