import { day } from "../clock";
import { invalid, ok } from "../http/answers";
import { type Call, included, type Route } from "../http/call";
import { listedTicket, plain, stats } from "../http/present";
import { dueNow, isArchived } from "../state/tickets";
import type { Ticket } from "../state/types";
import { pageOf } from "./find";
import { companyOf, requesterOf } from "./tickets";

export const ticketListRoutes: Route[] = [
  {
    method: "GET",
    path: /^\/tickets$/,
    limit: "list",
    cost: (query) => 1 + 2 * included(query).length,
    run: list,
  },
];

const filters: Record<string, (ticket: Ticket) => boolean> = {
  deleted: (ticket) => ticket.deleted,
  spam: (ticket) => ticket.spam && !ticket.deleted,
  new_and_my_open: (ticket) => isKept(ticket) && ticket.status === 2,
  watching: () => false,
};

function isKept(ticket: Ticket): boolean {
  return !ticket.deleted && !ticket.spam;
}

function list(call: Call) {
  const { account, query } = call;
  const tickets = [...account.tickets.values()]
    .filter(named(query.get("filter")))
    .filter((ticket) => !isArchived(account, ticket))
    .filter(recent(call))
    .filter(from(call))
    .sort(order(call));
  const { shown, headers } = pageOf(call, tickets, { last: account.habits.lastPage });
  return ok(
    shown.map((ticket) => ({ ...listedTicket(account, ticket), ...extras(call, ticket) })),
    headers,
  );
}

function named(filter: string | null) {
  if (filter === null) return isKept;
  const test = filters[filter];
  if (!test) throw invalid({ field: "filter", message: "It should be one of these values", code: "invalid_value" });
  return test;
}

/** Updated since then; or created in the last thirty days. */
function recent({ account, query }: Call) {
  const since = query.get("updated_since");
  if (since === null) return (ticket: Ticket) => ticket.created_at >= account.clock.now() - 30 * day;
  const time = Date.parse(since);
  if (Number.isNaN(time)) {
    throw invalid({ field: "updated_since", message: "It should be a valid date", code: "datatype_mismatch" });
  }
  // Times have no fractions on either side.
  return (ticket: Ticket) => Math.floor(ticket.updated_at / 1000) * 1000 >= time;
}

function from({ account, query }: Call) {
  const id = query.get("requester_id");
  const company = query.get("company_id");
  const email = query.get("email")?.toLowerCase();
  const external = query.get("unique_external_id");
  return (ticket: Ticket) => {
    const requester = account.contacts.get(ticket.requester_id);
    return (
      (!id || ticket.requester_id === Number(id)) &&
      (!company || ticket.company_id === Number(company)) &&
      (!email || requester?.email?.toLowerCase() === email) &&
      (!external || requester?.unique_external_id === external)
    );
  };
}

function order({ account, query }: Call) {
  const by = query.get("order_by") ?? "created_at";
  const values: Record<string, (ticket: Ticket) => number> = {
    created_at: (ticket) => ticket.created_at,
    updated_at: (ticket) => ticket.updated_at,
    status: (ticket) => ticket.status,
    due_by: (ticket) => dueNow(account, ticket).due_by ?? 0,
  };
  const value = values[by];
  if (!value) throw invalid({ field: "order_by", message: "It should be one of these values", code: "invalid_value" });
  const sign = query.get("order_type") === "asc" ? 1 : -1;
  return (a: Ticket, b: Ticket) => sign * (value(a) - value(b) || a.id - b.id);
}

function extras({ account, query }: Call, ticket: Ticket) {
  const shown: Record<string, () => object> = {
    stats: () => ({ stats: stats(ticket) }),
    requester: () => ({ requester: requesterOf(account, ticket.requester_id) }),
    company: () => ({ company: companyOf(account, ticket.company_id) }),
    description: () => ({ description: ticket.description, description_text: plain(ticket.description) }),
  };
  return Object.assign({}, ...included(query).map((name) => shown[name]?.() ?? {}));
}
