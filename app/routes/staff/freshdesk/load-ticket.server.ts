import type { Visit } from "~/http/visit.server";
import { findTicket } from "~/models/tickets/links.server";
import { isToBeRead } from "~/models/tickets/openings.server";
import { findSettings, isAtWork } from "~/models/tickets/settings.server";
import { ticketAddress } from "~/models/tickets/ticket-address";
import { listTicketStatuses } from "~/models/tickets/ticket-statuses";

/** What is known of a ticket; all of it may be missing. */
export async function loadTicket({ db, viewer, env }: Visit, number: number) {
  const [seen, isQueued, settings] = await Promise.all([
    findTicket(db, viewer, number),
    isToBeRead(db, viewer, number),
    findSettings(db),
  ]);
  return {
    number,
    address: env.FRESHDESK_DOMAIN && ticketAddress(env.FRESHDESK_DOMAIN, number),
    seen,
    /** It was asked for and has not been read. */
    isQueued,
    /** Nothing is read while it is paused, disconnected or broken. */
    isAtWork: env.FRESHDESK_DOMAIN !== undefined && isAtWork(settings),
    statuses: listTicketStatuses(settings.fields),
  };
}
