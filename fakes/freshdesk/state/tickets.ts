import { day, hour } from "../clock";
import type { Account } from "./account";
import type { Actor, Change, Ticket } from "./types";

export const closed = 5;
const resolved = 4;
const archivedAfter = 120 * day;

export type TicketValues = Partial<
  Omit<Ticket, "id" | "stats" | "due" | "past" | "created_at" | "updated_at" | "merged_into">
> & { due_by?: number; fr_due_by?: number };

export type TicketDraft = TicketValues & { requester_id: number };

export function createTicket(account: Account, draft: TicketDraft, actor: Actor): Ticket {
  const at = account.clock.now();
  const { due_by, fr_due_by, ...values } = draft;
  const ticket: Ticket = {
    id: account.nextTicket(),
    subject: "",
    description: "",
    type: null,
    status: 2,
    priority: 1,
    source: 2,
    responder_id: null,
    group_id: null,
    product_id: null,
    email_config_id: null,
    cc_emails: [],
    tags: [],
    attachments: [],
    deleted: false,
    spam: false,
    archived: false,
    merged_into: null,
    created_at: at,
    updated_at: at,
    stats: { closed_at: null, resolved_at: null, first_responded_at: null, status_updated_at: at },
    due: [],
    past: [],
    ...values,
    company_id: draft.company_id ?? account.contacts.get(draft.requester_id)?.company_id ?? null,
    custom_fields: { ...emptyFields(account), ...draft.custom_fields },
  };
  account.tickets.set(ticket.id, ticket);
  account.conversations.set(ticket.id, []);
  ticket.due.push(dueDates(account, ticket, { due_by, fr_due_by }));
  remember(account, ticket);
  account.tell({ on: "create", actor, ticket, fields: {} });
  return ticket;
}

/** Changes what differs; the time of the last update moves even when nothing does, as Freshdesk's does. */
export function updateTicket(account: Account, ticket: Ticket, values: TicketValues, actor: Actor): void {
  const { due_by, fr_due_by, custom_fields, ...rest } = values;
  const next = { ...rest, ...(custom_fields && { custom_fields: { ...ticket.custom_fields, ...custom_fields } }) };
  const fields = differences(ticket, next);
  Object.assign(ticket, next);
  if (fields.status) markStatus(ticket, account.clock.now());
  if (fields.status || fields.priority || due_by || fr_due_by) {
    ticket.due.push(dueDates(account, ticket, { due_by, fr_due_by }));
  }
  touch(account, ticket, actor, fields);
}

/** Something about the ticket is newer now: its time, the index (later), and the rules hear of it. */
export function touch(account: Account, ticket: Ticket, actor: Actor, fields: Change["fields"] = {}): void {
  ticket.updated_at = account.clock.now();
  remember(account, ticket);
  account.tell({ on: "update", actor, ticket, fields });
}

/** Into or out of the bin or the spam folder. No rule of an automation hears of it. */
export function setAside(account: Account, ticket: Ticket, where: Partial<Pick<Ticket, "deleted" | "spam">>): void {
  Object.assign(ticket, where);
  ticket.updated_at = account.clock.now();
  remember(account, ticket);
}

/** Closed and untouched for 120 days, or put there by hand. */
export function isArchived(account: Account, ticket: Ticket): boolean {
  return ticket.archived || (ticket.status === closed && account.clock.now() - ticket.updated_at >= archivedAfter);
}

/** The due dates that the API shows by now. */
export function dueNow(account: Account, ticket: Ticket) {
  const shown = ticket.due.findLast(({ from }) => from <= account.clock.now());
  return { due_by: shown?.due_by ?? null, fr_due_by: shown?.fr_due_by ?? null };
}

function dueDates(account: Account, ticket: Ticket, given: { due_by?: number; fr_due_by?: number }) {
  const now = account.clock.now();
  const allowed = [72, 24, 8, 4][ticket.priority - 1] ?? 72;
  return {
    from: given.due_by ? now : now + account.habits.dueDelay,
    due_by: given.due_by ?? ticket.created_at + allowed * hour,
    fr_due_by: given.fr_due_by ?? ticket.created_at + (allowed / 4) * hour,
  };
}

function emptyFields(account: Account): Record<string, unknown> {
  return Object.fromEntries(account.fields.filter((field) => !field.default).map(({ name }) => [name, null]));
}

function markStatus(ticket: Ticket, at: number): void {
  ticket.stats.status_updated_at = at;
  ticket.stats.resolved_at = ticket.status === resolved || ticket.status === closed ? at : null;
  ticket.stats.closed_at = ticket.status === closed ? at : null;
}

function differences(ticket: Ticket, next: object): Change["fields"] {
  const before = ticket as unknown as Record<string, unknown>;
  const changed = Object.entries(next).filter(([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value));
  return Object.fromEntries(changed.map(([key, value]) => [key, [before[key], value]]));
}

/** Keeps what the search shows until it has caught up. */
function remember(account: Account, ticket: Ticket): void {
  const { past: _past, attachments: _attachments, due: _due, stats: _stats, ...values } = ticket;
  const seen = account.clock.now() - account.habits.searchLag;
  const newestSeen = ticket.past.findLastIndex(({ at }) => at <= seen);
  ticket.past.splice(0, Math.max(0, newestSeen));
  ticket.past.push({ at: account.clock.now(), values: structuredClone(values) });
}
