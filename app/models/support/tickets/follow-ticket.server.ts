import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { ticketPeople, tickets } from "#db/schema";
import { recordEvent } from "../../core/events/record.server";
import type { HeldTicket } from "./hold-ticket.server";
import { keepMessage, type NewMessage } from "./keep-message.server";
import { nextTicketNumber } from "./next-number.server";
import type { TicketNumber } from "./ticket-number";

interface Follow {
  person: typeof ticketPeople.$inferSelect;
  said: NewMessage;
}

/** Opens the ticket of somebody who has written to one that is closed; it says which it follows. */
export async function followTicket(tx: Db, closed: HeldTicket, { person, said }: Follow): Promise<TicketNumber> {
  const { at } = said;
  const id = uuid();
  const personId = uuid();
  const number = await nextTicketNumber(tx, at);
  const { subject, categoryId, domain, language, isRestricted } = closed;
  await tx.insert(tickets).values({
    id,
    ...number,
    ...{ subject, categoryId, domain, language, isRestricted },
    priority: closed.priority,
    openedBy: person.userId,
    assigneeId: closed.assigneeId,
    source: said.source,
    follows: closed.id,
    createdAt: at,
    spokenAt: at,
    unansweredSince: at,
  });
  const { userId, email, name } = person;
  await tx.insert(ticketPeople).values({
    id: personId,
    ticketId: id,
    role: "requester",
    ...{ userId, email, name, language: person.language },
    createdAt: at,
  });
  await keepMessage(tx, { id }, { ...said, personId });
  await recordEvent(tx, {
    type: "ticket.opened",
    actorId: userId,
    ticketId: id,
    data: { messageId: said.id, source: said.source, by: "requester" },
    at,
  });
  return number;
}
