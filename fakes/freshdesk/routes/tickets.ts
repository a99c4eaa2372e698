import { created, invalid, notAllowed, notFound, nothing, ok } from "../http/answers";
import { type Call, included, type Route } from "../http/call";
import { contact, conversation, stats, wholeTicket } from "../http/present";
import { checkTicket } from "../http/validate";
import type { Account } from "../state/account";
import { mergeTickets } from "../state/conversations";
import { createTicket, isArchived, setAside, type TicketValues, updateTicket } from "../state/tickets";
import { keepFiles } from "./attachments";
import { findTicket, findWritableTicket } from "./find";
import { findOrAddRequester } from "./requester";

export const ticketRoutes: Route[] = [
  { method: "POST", path: /^\/tickets$/, limit: "create", run: create },
  { method: "PUT", path: /^\/tickets\/merge$/, run: merge },
  { method: "GET", path: /^\/tickets\/archived\/(\d+)$/, run: viewArchived },
  { method: "GET", path: /^\/tickets\/(\d+)$/, cost: (query) => 1 + included(query).length, run: view },
  { method: "PUT", path: /^\/tickets\/(\d+)$/, limit: "update", run: update },
  { method: "DELETE", path: /^\/tickets\/(\d+)$/, run: remove },
  { method: "PUT", path: /^\/tickets\/(\d+)\/restore$/, run: restore },
];

function create(call: Call) {
  const { account, body, actor } = call;
  checkTicket(account, body, true);
  const attachments = keepFiles(call);
  const requester = findOrAddRequester(call);
  const ticket = createTicket(
    account,
    { ...valuesOf(body), source: (body.source as number) ?? 2, requester_id: requester.id, attachments },
    actor,
  );
  return created(wholeTicket(account, ticket), `${call.here}/${ticket.id}`);
}

function view(call: Call) {
  const ticket = findTicket(call);
  return ok({ ...wholeTicket(call.account, ticket), ...extras(call, ticket.id) });
}

function viewArchived({ account, id }: Call) {
  const ticket = account.tickets.get(id);
  if (!ticket || !isArchived(account, ticket)) throw notFound();
  return ok({ ...wholeTicket(account, ticket), archived: true });
}

function update(call: Call) {
  const ticket = findWritableTicket(call);
  checkTicket(call.account, call.body, false);
  if (ticket.source === 10 && ("subject" in call.body || "description" in call.body)) {
    const message = "Outbound tickets keep their subject and description";
    throw invalid({ field: "subject", message, code: "incompatible_field" });
  }
  const attachments = [...ticket.attachments, ...keepFiles(call, ticket)];
  updateTicket(call.account, ticket, { ...valuesOf(call.body), attachments }, call.actor);
  return ok(wholeTicket(call.account, ticket));
}

function remove(call: Call) {
  setAside(call.account, findWritableTicket(call), { deleted: true });
  return nothing;
}

function restore({ account, id }: Call) {
  const ticket = account.tickets.get(id);
  if (!ticket) throw notFound();
  if (!ticket.deleted) throw notAllowed();
  setAside(account, ticket, { deleted: false });
  return nothing;
}

function merge(call: Call) {
  const { account, body, actor } = call;
  const { primary_id, ticket_ids = [] } = body as { primary_id: number; ticket_ids?: number[] };
  const [into, ...merged] = [primary_id, ...ticket_ids].map((id) => findWritableTicket({ ...call, id }));
  if (!into || merged.length === 0) {
    throw invalid({ field: "ticket_ids", message: "It should not be blank", code: "missing_field" });
  }
  const { note_in_primary: primary, note_in_secondary: secondary } = body as Record<string, { body: string }>;
  mergeTickets(account, into, merged, { primary, secondary }, actor);
  return nothing;
}

function extras({ account, query }: Call, id: number) {
  const ticket = account.tickets.get(id);
  if (!ticket) return {};
  const shown: Record<string, () => unknown> = {
    conversations: () => (account.conversations.get(id) ?? []).slice(0, 10).map(conversation),
    requester: () => requesterOf(account, ticket.requester_id),
    company: () => companyOf(account, ticket.company_id),
    stats: () => stats(ticket),
  };
  return Object.fromEntries(
    included(query).map((name) => {
      const show = shown[name];
      if (!show)
        throw invalid({ field: "include", message: "It should be one of these values", code: "invalid_value" });
      return [name, show()];
    }),
  );
}

export function requesterOf(account: Account, id: number) {
  const requester = account.contacts.get(id);
  if (!requester) return null;
  const { email, mobile, name, phone } = contact(requester);
  return { id, email, mobile, name, phone };
}

export function companyOf(account: Account, id: number | null) {
  const company = id === null ? undefined : account.companies.get(id);
  return company ? { id: company.id, name: company.name } : {};
}

const requesterKeys = new Set(["name", "email", "phone", "twitter_id", "facebook_id", "unique_external_id"]);

function valuesOf(body: Record<string, unknown>): TicketValues {
  const { due_by, fr_due_by, ...rest } = Object.fromEntries(
    Object.entries(body).filter(([key]) => !requesterKeys.has(key) && key !== "attachments"),
  ) as Record<string, string>;
  return {
    ...rest,
    ...(due_by && { due_by: Date.parse(due_by) }),
    ...(fr_due_by && { fr_due_by: Date.parse(fr_due_by) }),
  } as TicketValues;
}
