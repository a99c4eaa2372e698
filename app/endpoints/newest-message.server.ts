import { beginVisit } from "~/http/begin-visit.server";
import type { Call } from "~/http/endpoint.server";
import { DomainError } from "~/models/core/domain-error";
import { findNewestMessage, findTicketReader } from "~/models/support/tickets/find-ticket.server";
import { readTicketNumber } from "~/models/support/tickets/ticket-number";

/** The id of what was said last in a ticket, for pages that wait for more. */
export async function sayNewestMessage({ db, parts, request, response }: Call): Promise<void> {
  const { viewer, query } = await beginVisit(request, response, parts);
  const number = readTicketNumber(request.params.number ?? "");
  const asking = { viewer, key: query.word("key"), secret: parts.env.SESSION_SECRET };
  const reader = number && (await findTicketReader(db, { number, ...asking }));
  if (!reader) throw new DomainError("notFound");
  response.set("Cache-Control", "private, no-store").json({ newest: await findNewestMessage(db, reader) });
}
