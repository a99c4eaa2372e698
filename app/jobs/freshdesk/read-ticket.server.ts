import { mergedInto, type TicketLookup } from "~/integrations/freshdesk/look-up-ticket.server";
import type { Conversation } from "~/integrations/freshdesk/shapes";
import type { ClaimedRead } from "~/models/support/freshdesk/claim-reads.server";
import { findCompanyToName } from "~/models/support/freshdesk/companies.server";
import { isHandedOver } from "~/models/support/freshdesk/handover-facts.server";
import { hearTicket } from "~/models/support/freshdesk/hear-ticket.server";
import { linkFound } from "~/models/support/freshdesk/link-found.server";
import { keepCompany, keepText, noteFreshdeskTicketSeen } from "~/models/support/freshdesk/note-ticket-seen.server";
import { findSettings } from "~/models/support/freshdesk/settings.server";
import type { Account } from "./account";
import { adopt } from "./desk/adopt.server";
import { heardOf } from "./desk/heard.server";
import { findMentions } from "./mentions";
import { sightingOf } from "./sightings";

const closed = 5;

/** Asks for one ticket by its number, takes in what became of it, and links it to the posts that its agents named. */
export async function readTicket(account: Account, { ticket: number, wantsText }: ClaimedRead): Promise<void> {
  const { db, freshdesk, origin, now } = account;
  const at = now();
  const found = await freshdesk.getTicket(number, { followMerge: false });
  const settings = await findSettings(db);
  const { looksInNotes, addressField } = settings;
  const isHere = found.state === "here";
  const isOurs = (await isHandedOver(db, number)) || (await adopt(account, found, settings));
  const needsNotes = isHere && (looksInNotes || isOurs || found.ticket.status === closed);
  // Read for our posts' addresses and for where it was merged, and, but for what is said in tickets of ours, kept nowhere.
  const notes = needsNotes ? await freshdesk.listConversations(number) : [];
  if (isHere) await linkFound(db, number, findMentions(found.ticket, notes, { origin, addressField }), at);
  const seen = withMerge(found, notes);
  await noteFreshdeskTicketSeen(db, sightingOf(number, seen, { via: "number", at }));
  if (isOurs) await hearTicket(db, await heardOf(account, { number, found: seen, said: notes, at }));
  if (wantsText && "ticket" in found) {
    const { subject, descriptionText } = found.ticket;
    await keepText(db, number, { subject, text: descriptionText ?? "" }, at);
  }
  const companyId = await findCompanyToName(db, number);
  const company = companyId && (await freshdesk.getCompany(companyId));
  if (company) await keepCompany(db, number, company.name);
}

function withMerge(found: TicketLookup, notes: Conversation[]): TicketLookup {
  if (found.state !== "here" || found.ticket.status !== closed) return found;
  const into = mergedInto(notes);
  return into === null ? found : { state: "merged", ticket: found.ticket, into };
}
