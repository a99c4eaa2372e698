import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { ticketPeople, tickets } from "#db/schema";
import type { EventData } from "../../core/events/types";
import type { HeldTicket } from "./hold-ticket.server";
import type { NewMessage } from "./keep-message.server";
import { nextTicketNumber } from "./next-number.server";
import { recordTicketEvent } from "./record-ticket-event.server";
import type { TicketNumber } from "./ticket-number";

export interface Beside {
  /** Whose ticket it is to be, as the other one knows them. */
  person: typeof ticketPeople.$inferSelect;
  /** What it begins with, and how that comes to stand there. */
  said: Pick<NewMessage, "id" | "source">;
  keep: (opened: { id: string; personId: string }) => Promise<void>;
  /** What it has of its own; of everything else, what the other one has. */
  values: Partial<typeof tickets.$inferInsert>;
  event: { actorId: string | null; data: Omit<EventData["ticket.opened"], "messageId" | "source"> };
  at: Date;
}

/** Opens another ticket of one of a ticket's people, in which something of that one goes on. */
export async function openBeside(
  tx: Db,
  ticket: HeldTicket,
  { person, said, keep, values, event, at }: Beside,
): Promise<TicketNumber & { id: string }> {
  const id = uuid();
  const personId = uuid();
  const number = await nextTicketNumber(tx, at);
  const { subject, priority, categoryId, domain, language, isRestricted, assigneeId } = ticket;
  await tx.insert(tickets).values({
    id,
    ...number,
    ...{ subject, priority, categoryId, domain, language, isRestricted, assigneeId },
    openedBy: event.actorId,
    source: said.source,
    createdAt: at,
    spokenAt: at,
    ...values,
  });
  const { userId, email, name } = person;
  await tx.insert(ticketPeople).values({
    id: personId,
    ticketId: id,
    role: "requester",
    ...{ userId, email, name, language: person.language },
    createdAt: at,
  });
  await keep({ id, personId });
  const data = { messageId: said.id, source: said.source, ...event.data };
  await recordTicketEvent(tx, { type: "ticket.opened", actorId: event.actorId, ticketId: id, data, at });
  return { ...number, id };
}
