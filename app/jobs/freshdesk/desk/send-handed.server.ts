import { FreshdeskError } from "~/integrations/freshdesk/freshdesk-error";
import type { Ticket } from "~/integrations/freshdesk/shapes";
import type { TicketChanges } from "~/integrations/freshdesk/write-tickets.server";
import type { Claimed } from "~/models/support/freshdesk/claim-writes.server";
import { ourRating, theirPriority, theirRating, theirStatus } from "~/models/support/freshdesk/desk-map";
import {
  findHandedMessage,
  findHandedNumber,
  findHandedTicket,
  type HandedTicket,
  noteHandover,
} from "~/models/support/freshdesk/handover-facts.server";
import { noteFreshdeskTicketSeen } from "~/models/support/freshdesk/note-ticket-seen.server";
import { type FreshdeskSettingsRow, findSettings } from "~/models/support/freshdesk/settings.server";
import type { WriteOutcome } from "~/models/support/freshdesk/settle-write.server";
import { writeTicketNumber } from "~/models/support/tickets/ticket-number";
import type { Account } from "../account";
import { stampTag } from "../own-tags";
import { sightingOf } from "../sightings";
import { handedText, mergedElsewhere, stampOf } from "../texts";
import { loadFiles } from "./files.server";

type HandedWrite = Claimed & { ticketId: string };

/** Sends one write about a ticket of ours; throws what Freshdesk has against it. */
export async function sendHanded(account: Account, write: HandedWrite): Promise<WriteOutcome> {
  const ticket = await findHandedTicket(account.db, write.ticketId);
  if (!ticket) return { state: "dropped", reason: "ticket-withheld" };
  if (write.kind === "create") return createHanded(account, write, ticket);
  if (!write.ticket) return { state: "dropped", reason: "ticket-gone" };
  const there = { ...write, ticket: write.ticket };
  switch (write.kind) {
    case "message":
      return sayHanded(account, there, ticket);
    case "merge":
      return mergeHanded(account, there);
    case "rating":
      return rateHanded(account, there, ticket);
    default:
      return updateHanded(account, there, ticket);
  }
}

/** Whose ticket it is there: people with an account go by our id of them, because they have several addresses. */
export function requesterOfHanded({ requester }: HandedTicket) {
  const { id, address, name, accountName } = requester;
  if (!address) return;
  return { email: address, name: accountName ?? (name || address), ...(id && { externalId: id }) };
}

async function createHanded(account: Account, write: HandedWrite, ticket: HandedTicket): Promise<WriteOutcome> {
  const { db, origin, freshdesk } = account;
  const requester = requesterOfHanded(ticket);
  if (!requester) return { state: "dropped", reason: "no-requester" };
  const message = await findHandedMessage(db, write.data.messageId ?? "");
  const { along, left } = await loadFiles(account, message?.files ?? []);
  const settings = await findSettings(db);
  const { deskStatuses, numberField } = settings;
  const number = writeTicketNumber(ticket.number);
  const status = theirStatus(deskStatuses, ticket.status);
  await noteHandover(db, write.ticketId, { status });
  const made = await freshdesk.createTicket({
    requester,
    subject: ticket.subject,
    description: handedText({ ...ticket, html: message?.html ?? "", left }, { origin, stamp: write.id }),
    status,
    priority: theirPriority[ticket.priority],
    ...placeOf(settings, ticket),
    tags: [stampTag(write.id), number],
    customFields: numberField ? { [numberField]: number } : {},
    attachments: along,
  });
  await noteHandover(db, write.ticketId, { requesterId: made.requesterId });
  return { state: "done", remoteId: String(made.id) };
}

function placeOf({ deskCategories }: FreshdeskSettingsRow, { categoryId }: HandedTicket) {
  const { type, group } = deskCategories[categoryId] ?? {};
  return { ...(type && { type }), ...(group && { groupId: String(group) }) };
}

type ThereWrite = HandedWrite & { ticket: number };

async function sayHanded(account: Account, write: ThereWrite, ticket: HandedTicket): Promise<WriteOutcome> {
  const { db, origin, freshdesk } = account;
  const message = await findHandedMessage(db, write.data.messageId ?? "");
  if (!message) return { state: "dropped", reason: "ticket-withheld" };
  const { along, left } = await loadFiles(account, message.files);
  const said = { ...ticket, html: message.html, name: message.name, left };
  const { id } = await freshdesk.addNote(write.ticket, {
    body: handedText(said, { origin, stamp: write.id }),
    // A reply would have Freshdesk mail the requester, who has a mail of ours.
    isPrivate: false,
    fromContact: message.isByRequester ? (ticket.requesterId ?? undefined) : undefined,
    attachments: along,
  });
  return { state: "done", remoteId: id };
}

/** Makes the ticket there look as ours stands now. Looks first and writes only what differs, so that it may be done again. */
async function updateHanded(account: Account, write: ThereWrite, ticket: HandedTicket): Promise<WriteOutcome> {
  const { db, freshdesk, now } = account;
  const at = now();
  const found = await freshdesk.getTicket(write.ticket, { priority: "visible", followMerge: false });
  if (found.state !== "here") return { state: "dropped", reason: "ticket-gone" };
  const settings = await findSettings(db);
  const changes = changesFor(settings, { write, ticket, there: found.ticket });
  if (Object.keys(changes).length === 0) {
    if (write.data.fields?.includes("status")) await noteHandover(db, write.ticketId, { status: found.ticket.status });
    return { state: "dropped", reason: "nothing-to-change" };
  }
  if (changes.status) await noteHandover(db, write.ticketId, { status: changes.status });
  try {
    const updated = await freshdesk.updateTicket(write.ticket, changes);
    await noteFreshdeskTicketSeen(
      db,
      sightingOf(write.ticket, { state: "here", ticket: updated }, { via: "write", at }),
    );
  } catch (error) {
    const mayBeThere = !(error instanceof FreshdeskError) || error.kind === "uncertain";
    if (changes.status && !mayBeThere) await noteHandover(db, write.ticketId, { status: found.ticket.status });
    throw error;
  }
  return { state: "done", remoteId: String(write.ticket) };
}

interface Differing {
  write: ThereWrite;
  ticket: HandedTicket;
  there: Ticket;
}

function changesFor(settings: FreshdeskSettingsRow, { write, ticket, there }: Differing): TicketChanges {
  const { fields = [] } = write.data;
  const status = theirStatus(settings.deskStatuses, ticket.status);
  const priority = theirPriority[ticket.priority];
  const { type, groupId } = placeOf(settings, ticket);
  return {
    ...(fields.includes("status") && status !== there.status && { status }),
    ...(fields.includes("priority") && priority !== there.priority && { priority }),
    ...(fields.includes("category") && type && type !== there.type && { type }),
    ...(fields.includes("category") && groupId && groupId !== there.groupId && { groupId }),
  };
}

async function rateHanded({ freshdesk }: Account, write: ThereWrite, ticket: HandedTicket): Promise<WriteOutcome> {
  const { rating, ratingText: feedback } = ticket;
  const last = (await freshdesk.listRatings(write.ticket)).at(-1);
  const isThere = last && ourRating(last.rating) === rating && last.feedback === feedback;
  if (rating === null || isThere) return { state: "dropped", reason: "nothing-to-change" };
  await freshdesk.rateTicket(write.ticket, { rating: theirRating(rating), feedback });
  return { state: "done", remoteId: String(write.ticket) };
}

const patience = 15_000;
const closed = 5;

/** What is merged here is merged there; where it goes on in one that Freshdesk does not have, it is closed there. */
async function mergeHanded(account: Account, write: ThereWrite): Promise<WriteOutcome> {
  const { db, freshdesk, origin, now } = account;
  const into = await findHandedNumber(db, write.data.into ?? "");
  if (into === null) {
    const dueAt = new Date(now().getTime() + patience);
    return { state: "queued", response: "The ticket that takes it in is on its way.", dueAt };
  }
  const found = await freshdesk.getTicket(write.ticket, { priority: "visible" });
  if (found.state !== "here") return { state: "dropped", reason: "nothing-to-change" };
  if (into !== undefined) {
    await noteHandover(db, write.ticketId, { status: closed });
    await freshdesk.mergeTickets(into, [write.ticket]);
    return { state: "done", remoteId: String(write.ticket) };
  }
  const said = await freshdesk.listConversations(write.ticket, "visible");
  if (!said.some(({ body }) => body.includes(stampOf(write.id))))
    await freshdesk.addNote(write.ticket, { body: mergedElsewhere({ origin, stamp: write.id }) });
  await noteHandover(db, write.ticketId, { status: closed });
  if (found.ticket.status !== closed) await freshdesk.updateTicket(write.ticket, { status: closed });
  return { state: "done", remoteId: String(write.ticket) };
}
