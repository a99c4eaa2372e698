import type { TicketPage } from "~/integrations/freshdesk/list-tickets.server";
import type { Ticket } from "~/integrations/freshdesk/shapes";
import { isAdopted } from "~/models/support/freshdesk/adopt-ticket.server";
import { askForFreshdeskTickets } from "~/models/support/freshdesk/ask-for-tickets.server";
import { linkFound } from "~/models/support/freshdesk/link-found.server";
import { noteFreshdeskTicketSeen } from "~/models/support/freshdesk/note-ticket-seen.server";
import { findKnown } from "~/models/support/freshdesk/reconcile.server";
import type { FreshdeskSettingsRow } from "~/models/support/freshdesk/settings.server";
import type { Account } from "./account";
import { readField } from "./mentions";
import { sightingOf } from "./sightings";

const closed = 5;
/** Milliseconds: a second, and what clocks differ by. */
const tooSoon = 3000;

interface Taken {
  state: "here" | "deleted" | "spam";
  settings: FreshdeskSettingsRow;
  /** When Freshdesk was asked for the page. */
  at: Date;
}

/** Takes in a page of tickets: what lists tell at once; what only the ticket itself tells is read afterwards. */
export async function takeInPage({ db }: Account, page: TicketPage, { state, settings, at }: Taken): Promise<void> {
  const known = await findKnown(
    db,
    page.tickets.map(({ id }) => id),
  );
  const toRead: number[] = [];
  for (const ticket of page.tickets) {
    const { isLinked = false, isOurs = false, ...last } = known.get(ticket.id) ?? { updatedAt: null, seenAt: null };
    const hasChanged = mayHaveChanged(ticket, last);
    const named = state === "here" && hasChanged ? readField(ticket, settings.addressField) : undefined;
    if (named) await linkFound(db, ticket.id, [{ number: named, origin: "field", at: null }], at);
    if (isLinked) await noteFreshdeskTicketSeen(db, sightingOf(ticket.id, { state, ticket }, { via: "list", at }));
    if (
      hasChanged &&
      (isOurs || isAdopted(settings, ticket.createdAt) || needsReading(ticket, { state, isLinked, settings }))
    )
      toRead.push(ticket.id);
  }
  await askForFreshdeskTickets(db, { numbers: toRead, at });
}

/**
 * Whether it was updated since it was seen last. Freshdesk's times are whole seconds: whoever looked just then may have
 * missed what came later in the same one.
 */
function mayHaveChanged({ updatedAt }: Ticket, last: { updatedAt: Date | null; seenAt: Date | null }): boolean {
  if (!last.updatedAt || !last.seenAt || updatedAt > last.updatedAt) return true;
  return updatedAt.getTime() === last.updatedAt.getTime() && last.seenAt.getTime() - updatedAt.getTime() < tooSoon;
}

/** Closed tickets may have been merged; notes may name posts. */
const needsReading = (
  ticket: Ticket,
  { state, isLinked, settings }: Pick<Taken, "state" | "settings"> & { isLinked: boolean },
) => state === "here" && (settings.looksInNotes || (isLinked && ticket.status === closed));
