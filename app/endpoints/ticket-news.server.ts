import type { Call } from "~/http/endpoint.server";
import type { Admitted } from "~/http/endpoint-guards.server";
import { DomainError } from "~/models/core/domain-error";
import { findNewestSaid, findStaffTicket } from "~/models/support/tickets/find-ticket.server";
import { readTicketNumber } from "~/models/support/tickets/ticket-number";
import { endWriting, listWriters, noteWriting } from "~/models/support/tickets/ticket-writers.server";
import { writersOf } from "~/models/support/tickets/writers";

type Asked = Call & Admitted;

/** What was said last in a ticket and who else is writing in it, for pages of the team that wait for more. */
export async function sayTicketNews({ db, request, response, visit, viewer }: Asked): Promise<void> {
  const number = readTicketNumber(request.params.number ?? "");
  const ticket = number && (await findStaffTicket(db, viewer, number));
  if (!ticket) throw new DomainError("notFound");
  const [newest, writers] = await Promise.all([findNewestSaid(db, ticket.id), listWriters(db, viewer, ticket.id)]);
  response
    .set("Cache-Control", "private, no-store")
    .json({ newest: newest ?? null, writers: writersOf(visit.words, writers) });
}

/** Somebody of the team is writing in a ticket, or, with `?over=yes`, no more; the response is the news. */
export async function hearWriting(call: Asked): Promise<void> {
  const { db, request, visit, viewer } = call;
  const number = readTicketNumber(request.params.number ?? "");
  if (!number) throw new DomainError("notFound");
  await (visit.query.word("over") ? endWriting : noteWriting)(db, { viewer, number });
  await sayTicketNews(call);
}
