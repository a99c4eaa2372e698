import { denied, invalid, notAllowed, notFound } from "../http/answers";
import type { Call } from "../http/call";
import { isArchived } from "../state/tickets";
import type { Ticket } from "../state/types";

/** The ticket at this address; a removed one answers as the account is set up. */
export function findTicket({ account, id }: Call): Ticket {
  const ticket = account.tickets.get(id);
  if (!ticket || isArchived(account, ticket)) throw notFound();
  if (!ticket.deleted && !ticket.spam) return ticket;
  if (account.habits.removed === "forbidden") throw denied();
  if (account.habits.removed === "missing") throw notFound();
  return ticket;
}

/** The same for writing: what lies in the bin or in spam cannot be written to. */
export function findWritableTicket(call: Call): Ticket {
  const ticket = call.account.tickets.get(call.id);
  if (!ticket || isArchived(call.account, ticket)) throw notFound();
  if (ticket.deleted || ticket.spam) throw notAllowed();
  return ticket;
}

/** A page of rows, and the address of the next one if there is one. */
export function pageOf<Row>(call: Call, rows: Row[], { size = 30, most = 100, last = 300 } = {}) {
  const perPage = number(call, "per_page", size);
  const page = number(call, "page", 1);
  if (perPage > most)
    throw invalid(outOfRange("per_page", `It should be a Positive Integer less than or equal to ${most}`));
  if (page > last) throw invalid(outOfRange("page", `You cannot access tickets beyond the ${last}th page`));
  const shown = rows.slice((page - 1) * perPage, page * perPage);
  if (rows.length <= page * perPage) return { shown };
  const next = new URLSearchParams(call.query);
  next.set("page", String(page + 1));
  return { shown, headers: { link: `<${call.here}?${next}>; rel="next"` } };
}

function number({ query }: Call, name: string, standard: number): number {
  const text = query.get(name);
  if (text === null) return standard;
  if (!/^[1-9]\d*$/.test(text)) throw invalid(outOfRange(name, "It should be a Positive Integer"));
  return Number(text);
}

function outOfRange(field: string, message: string) {
  return { field, message, code: "invalid_value" };
}
