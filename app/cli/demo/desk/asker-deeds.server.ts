import type { Db } from "#db/client.server";
import { messageDraft } from "~/models/support/tickets/draft";
import { noteTicketSeen } from "~/models/support/tickets/list-own-tickets.server";
import { solveTicket } from "~/models/support/tickets/move-ticket.server";
import { rateTicket } from "~/models/support/tickets/rate-ticket.server";
import { replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import type { TicketNumber } from "~/models/support/tickets/ticket-number";
import { addTicketPerson } from "~/models/support/tickets/ticket-people.server";
import { markdownOf } from "../story";
import { type On, personIn } from "./find-told.server";
import { askerAddress, askerLanguage } from "./guests";
import type { AskerDeed } from "./ticket-story";

/** Resolves to the number of the ticket that goes on: another one where this one was closed. */
export async function doAsAsker(tx: Db, deed: AskerDeed, { number, id, at }: On): Promise<TicketNumber> {
  const person = await personIn(tx, number, deed.by);
  await noteTicketSeen(tx, person.id, at);
  if ("says" in deed) {
    const said = messageDraft.parse({ id, body: markdownOf(deed.says) });
    const { year, serial } = await replyToTicket(tx, {
      ...said,
      personId: person.id,
      source: deed.source ?? "page",
      at,
    });
    return { year, serial };
  }
  if ("solves" in deed) await solveTicket(tx, { person, at });
  else if ("rates" in deed) await rateTicket(tx, { person, rating: deed.rates, text: deed.why ?? "", at });
  else {
    const added = { email: askerAddress(deed.adds), language: askerLanguage(deed.adds) };
    await addTicketPerson(tx, { requester: person, ...added, at });
  }
  return number;
}
