import type { Visit } from "~/http/visit.server";
import { findFreshdeskTicket } from "~/models/support/freshdesk/links.server";
import { isToBeRead } from "~/models/support/freshdesk/openings.server";
import { findSettings, isAtWork } from "~/models/support/freshdesk/settings.server";
import { freshdeskTicketAddress } from "~/models/support/freshdesk/ticket-address";
import { listFreshdeskStatuses } from "~/models/support/freshdesk/ticket-statuses";

/** What is known of a ticket; all of it may be missing. */
export async function loadTicket({ db, viewer, env }: Visit, number: number) {
  const [seen, isQueued, settings] = await Promise.all([
    findFreshdeskTicket(db, viewer, number),
    isToBeRead(db, viewer, number),
    findSettings(db),
  ]);
  return {
    number,
    address: env.FRESHDESK_DOMAIN && freshdeskTicketAddress(env.FRESHDESK_DOMAIN, number),
    seen,
    /** It was asked for and has not been read. */
    isQueued,
    /** Nothing is read while it is paused, disconnected or broken. */
    isAtWork: env.FRESHDESK_DOMAIN !== undefined && isAtWork(settings),
    statuses: listFreshdeskStatuses(settings.fields),
  };
}
