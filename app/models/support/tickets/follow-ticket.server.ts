import type { Db } from "#db/client.server";
import type { ticketPeople } from "#db/schema";
import type { HeldTicket } from "./hold-ticket.server";
import type { NewMessage } from "./keep-message.server";
import { openBeside } from "./open-beside.server";
import type { TicketNumber } from "./ticket-number";

interface Follow {
  person: typeof ticketPeople.$inferSelect;
  said: NewMessage;
}

/** Opens the ticket of somebody who has written to one that is closed; it says which it follows. */
export async function followTicket(tx: Db, closed: HeldTicket, { person, said }: Follow): Promise<TicketNumber> {
  const { year, serial } = await openBeside(tx, closed, {
    ...{ person, said, agentId: null, at: said.at },
    values: { follows: closed.id, unansweredSince: said.at },
    event: { actorId: person.userId, data: { by: "requester" } },
  });
  return { year, serial };
}
