import type { Conversation, Ticket } from "~/integrations/freshdesk/shapes";
import { readPostNumber } from "~/models/feedback/posts/read-number";
import type { Mention } from "~/models/support/freshdesk/link-found.server";
import { isStamped } from "./texts";

const note = 2;

/** The posts that agents named: by address in a note, by address or number in the custom field. */
export function findMentions(
  ticket: Ticket,
  said: Conversation[],
  { origin, addressField }: { origin: string; addressField: string | null },
): Mention[] {
  const inField = readField(ticket, addressField);
  const inNotes = said
    .filter(({ source, isIncoming, body }) => source === note && !isIncoming && !isStamped(body))
    .flatMap(({ body, createdAt }) =>
      addressesIn(body, origin).map((number): Mention => ({ number, origin: "note", at: createdAt })),
    );
  return [...(inField ? [{ number: inField, origin: "field" as const, at: null }] : []), ...inNotes];
}

/** The number of the post that the custom field names, if it names one. */
export function readField(ticket: Ticket, addressField: string | null): number | undefined {
  const value = addressField ? ticket.customFields[addressField] : undefined;
  return typeof value === "string" || typeof value === "number" ? readPostNumber(String(value)) : undefined;
}

function addressesIn(html: string, origin: string): number[] {
  const escaped = origin.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const found = html.matchAll(new RegExp(`${escaped}/posts/([1-9]\\d{0,8})(?!\\d)`, "g"));
  return [...new Set([...found].map(([, digits]) => Number(digits)))];
}
