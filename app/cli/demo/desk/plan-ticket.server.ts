import type { Db } from "#db/client.server";
import { ticketDraft } from "~/models/support/tickets/draft";
import { openTicket } from "~/models/support/tickets/open-ticket.server";
import type { TicketNumber } from "~/models/support/tickets/ticket-number";
import type { Stage, Step } from "../stage";
import { markdownOf } from "../story";
import { doAsAgent } from "./agent-deeds.server";
import { doAsAsker } from "./asker-deeds.server";
import { categoryId, type On, viewerOf } from "./find-told.server";
import { askerLanguage, guestOf } from "./guests";
import { routeNew } from "./rules.server";
import type { TicketDeed, TicketStory } from "./ticket-story";

/** A ticket, and what became of it. */
export function planTicket(story: TicketStory, stage: Stage): Step[] {
  const at = stage.moment(story.day);
  const id = stage.chance.id(at);
  // Known once it is opened, and another one where somebody writes on after it was closed.
  let number: TicketNumber;
  const open = async (tx: Db) => (number = await openAs(tx, story, { id, at }, stage));
  const steps: Step[] = [{ at, run: open }];
  let last = at;
  for (const deed of story.since ?? []) {
    const at = stage.moment(deed.day, last);
    const id = stage.chance.id(at);
    steps.push({ at, run: async (tx: Db) => (number = await act(tx, deed, { number, id, at }, stage)) });
    last = at;
  }
  return steps;
}

async function openAs(tx: Db, story: TicketStory, on: Omit<On, "number">, stage: Stage): Promise<TicketNumber> {
  const { by, subject, says, source = "page" } = story;
  const draft = ticketDraft.parse({
    subject,
    body: markdownOf(says),
    categoryId: await categoryId(tx, story.category),
  });
  const who = { viewer: viewerOf(by, stage) ?? null, guest: guestOf(by), language: askerLanguage(by) };
  const { id, year, serial } = await openTicket(tx, { ...who, ...on, draft, source });
  await routeNew(tx, id, on.at);
  return { year, serial };
}

/** Resolves to the number of the ticket that goes on. */
async function act(tx: Db, deed: TicketDeed, on: On, stage: Stage): Promise<TicketNumber> {
  if ("says" in deed || "solves" in deed || "rates" in deed || "adds" in deed) return doAsAsker(tx, deed, on);
  await doAsAgent(tx, deed, { ...on, viewer: stage.people[deed.by] }, stage);
  return on.number;
}
