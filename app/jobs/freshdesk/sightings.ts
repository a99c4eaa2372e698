import type { TicketLookup } from "~/integrations/freshdesk/look-up-ticket.server";
import type { Sighting } from "~/models/support/freshdesk/note-ticket-seen.server";

/** What Freshdesk showed of a ticket, as the portal takes it in. */
export function sightingOf(number: number, found: TicketLookup, seen: Pick<Sighting, "via" | "at">): Sighting {
  const { state } = found;
  const mergedInto = found.state === "merged" ? found.into : undefined;
  if (!("ticket" in found)) return { number, state, ...seen };
  const { status, subject, source, requesterId, companyId, updatedAt } = found.ticket;
  return { number, state, mergedInto, ticket: { status, subject, source, requesterId, companyId, updatedAt }, ...seen };
}
