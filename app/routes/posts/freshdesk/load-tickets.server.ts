import { v7 as uuid } from "uuid";
import type { Visit } from "~/http/visit.server";
import { mayHandleTickets } from "~/models/core/users/policy";
import { findLinksOfPost } from "~/models/support/freshdesk/links.server";
import { countOpenings } from "~/models/support/freshdesk/openings.server";
import { findSettings, isAtWork } from "~/models/support/freshdesk/settings.server";
import { freshdeskTicketAddress } from "~/models/support/freshdesk/ticket-address";
import { listFreshdeskStatuses } from "~/models/support/freshdesk/ticket-statuses";
import { countWaiting } from "~/models/support/supporters/count-waiting.server";

/** The tickets that wait for a post; for nobody but those who handle them, and only where there is a Freshdesk. */
export async function loadFreshdeskTickets({ db, viewer, env: { FRESHDESK_DOMAIN: domain } }: Visit, postId: string) {
  if (!domain || !mayHandleTickets(viewer)) return undefined;
  const [links, count, openings, settings] = await Promise.all([
    findLinksOfPost(db, viewer, postId),
    countWaiting(db, viewer, postId),
    countOpenings(db, viewer, postId),
    findSettings(db),
  ]);
  return {
    links: links.map(({ id, ticket, postNumber, waiting, seen }) => ({
      id,
      ticket,
      address: freshdeskTicketAddress(domain, ticket),
      postNumber,
      waiting,
      state: seen?.state ?? null,
      status: seen?.status ?? null,
      subject: seen?.subject ?? null,
      company: seen?.companyName ?? null,
    })),
    count,
    openings,
    statuses: listFreshdeskStatuses(settings.fields),
    isAtWork: isAtWork(settings),
    isDisconnected: settings.disconnectedAt !== null,
    /** Of the ticket that may be opened next. */
    nextId: uuid(),
  };
}
