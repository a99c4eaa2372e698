import type { Db } from "#db/client.server";
import type { HeldTicket } from "./hold-ticket.server";
import { type Beside, openBeside } from "./open-beside.server";
import type { TicketNumber } from "./ticket-number";

type Follow = Pick<Beside, "person" | "said" | "keep" | "at">;

/** Opens the ticket of somebody who has written to one that is closed; it says which it follows. */
export async function followTicket(tx: Db, closed: HeldTicket, follow: Follow): Promise<TicketNumber> {
  const { year, serial } = await openBeside(tx, closed, {
    ...follow,
    values: { follows: closed.id, unansweredSince: follow.at },
    event: { actorId: follow.person.userId, data: { by: "requester" } },
  });
  return { year, serial };
}
