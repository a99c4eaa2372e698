import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type Database, rows } from "#db/client.server";
import { freshdeskHandovers, ticketCategories, tickets } from "#db/schema";
import { ourStatus } from "~/models/support/freshdesk/desk-map";
import { changeSettings } from "~/models/support/freshdesk/settings.server";
import { solveTicket } from "~/models/support/tickets/move-ticket.server";
import { openTicket } from "~/models/support/tickets/open-ticket.server";
import { replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import { writeTicketNumber } from "~/models/support/tickets/ticket-number";
import type { Freshdesk } from "../../../fakes/freshdesk/freshdesk";
import { chance, secret } from "./changes";

/** The tickets of our desk that Freshdesk has, beside its own. */
export interface OurTickets {
  categoryId: number;
  /** Of each, who asks. */
  people: { id: string; ticketId: string }[];
  /** What was said here, and there. */
  said: { here: string[]; there: string[] };
}

/** Tickets of one category go to Freshdesk; what others write there is none of ours. */
export async function openOurDesk({ db }: Database): Promise<OurTickets> {
  const [category] = await db.select({ id: ticketCategories.id }).from(ticketCategories).limit(1);
  const categoryId = category?.id ?? 0;
  await changeSettings(db, { desk: "some", deskSince: new Date(), deskCategories: { [categoryId]: { goes: true } } });
  return { categoryId, people: [], said: { here: [], there: [] } };
}

/** Somebody asks, or says something in a ticket, or that it is solved. */
export async function changeOurs({ db }: Database, { categoryId, people, said }: OurTickets): Promise<void> {
  const person = people[Math.floor(chance() * people.length)];
  const words = `Said here, ${said.here.length}.`;
  if (!person || chance() < 0.3) {
    const guest = { name: "Guest", email: `guest-${people.length}@example.org` };
    const draft = { subject: `Of our desk ${people.length}`, body: words, categoryId };
    const opened = await openTicket(db, { viewer: null, guest, draft, language: "en", id: uuid(), source: "page" });
    people.push({ id: opened.person.id, ticketId: opened.id });
  } else if (chance() < 0.2) {
    return solveTicket(db, { person: { ticketId: person.ticketId, userId: null } });
  } else {
    await replyToTicket(db, { personId: person.id, id: uuid(), body: words, source: "page" });
  }
  said.here.push(words);
}

/** An agent answers one of them there, notes something, or sets its status. False where none has arrived. */
export function changeOursThere(freshdesk: Freshdesk, { said }: OurTickets): boolean {
  const all = [...freshdesk.account.tickets.values()].filter(({ tags }) => tags.some((tag) => /^ST-/.test(tag)));
  const ticket = all[Math.floor(chance() * all.length)];
  if (!ticket) return false;
  const dice = chance();
  if (dice < 0.5) {
    const words = `Said there, ${said.there.length}.`;
    freshdesk.reply(ticket.id, `<p>${words}</p>`);
    said.there.push(words);
  } else if (dice < 0.7) freshdesk.addNote(ticket.id, `<p>${secret}: ours</p>`);
  else freshdesk.setStatus(ticket.id, [2, 3, 4][Math.floor(chance() * 3)] ?? 2);
  return true;
}

export interface OursCount {
  /** Tickets here that go there, how many of them are not there once, and how many stand otherwise there. */
  tickets: number;
  notOnce: number;
  disagreeing: number;
  /** What was said, and what of it did not come over once. */
  said: number;
  notHeardOnce: number;
}

/** Whether each of them is there once, with all that was said on either side, once. */
export async function countOurs({ db }: Database, freshdesk: Freshdesk, { said }: OurTickets): Promise<OursCount> {
  const there = [...freshdesk.account.tickets.values()];
  const { year, serial, status } = tickets;
  const ours = await db
    .select({ year, serial, status, number: freshdeskHandovers.number })
    .from(freshdeskHandovers)
    .innerJoin(tickets, eq(tickets.id, freshdeskHandovers.ticketId));
  const notOnce = ours.filter((one) => {
    const named = there.filter(({ tags }) => tags.includes(writeTicketNumber(one)));
    return named.length !== 1 || named[0]?.id !== one.number;
  });
  const disagreeing = ours.filter(
    ({ number, status }) => number && ourStatus({}, freshdesk.ticket(number).status, status) !== undefined,
  );
  const textThere = there.map(({ id, description }) => [
    description,
    ...freshdesk.conversations(id).map((one) => one.body),
  ]);
  const timesThere = (words: string) => textThere.flat().filter((text) => text.includes(words)).length;
  const kept = await rows<{ body: string; times: number }>(
    db,
    sql`select body_markdown as body, count(*)::int as times from ticket_messages group by body_markdown`,
  );
  const timesHere = (words: string) => kept.find(({ body }) => body === words)?.times ?? 0;
  return {
    tickets: ours.length,
    notOnce: notOnce.length,
    disagreeing: disagreeing.length,
    said: said.here.length + said.there.length,
    notHeardOnce:
      said.here.filter((words) => timesThere(words) !== 1).length +
      said.there.filter((words) => timesHere(words) !== 1).length,
  };
}
