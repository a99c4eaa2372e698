import type { TicketLookup } from "~/integrations/freshdesk/look-up-ticket.server";
import type { Sighting } from "~/models/support/freshdesk/note-ticket-seen.server";

/** Turns a ticket that was looked up into a sighting for the portal. */
export function sightingOf(number: number, found: TicketLookup, seen: Pick<Sighting, "via" | "at">): Sighting {
  const { state } = found;
  const mergedInto = found.state === "merged" ? found.into : undefined;
  if (!("ticket" in found)) return { number, state, ...seen };
  const { status, subject, source, requesterId, companyId, updatedAt } = found.ticket;
  return { number, state, mergedInto, ticket: { status, subject, source, requesterId, companyId, updatedAt }, ...seen };
}
