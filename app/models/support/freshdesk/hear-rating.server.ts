import type { Db } from "#db/client.server";
import { holdTheirTicket } from "../tickets/hold-ticket.server";
import { keepRating } from "../tickets/rate-ticket.server";
import { ourRating } from "./desk-map";
import { endOfSecond } from "./end-of-second";
import { holdHandoverOf } from "./hear-ticket.server";
import { isOnItsWay } from "./open-writes.server";

interface HeardRating {
  number: number;
  /** As Freshdesk counts. */
  rating: number;
  text: string;
  /** When it was given there, in whole seconds. */
  ratedAt: Date;
  at: Date;
}

const longest = 5000;

/** Takes in what a requester thinks of the help, as they said in Freshdesk; the last word counts, also one said here. */
export async function hearRating(db: Db, { number, text, ratedAt, at, ...heard }: HeardRating): Promise<void> {
  const rating = ourRating(heard.rating);
  if (rating === undefined) return;
  await db.transaction(async (tx) => {
    const handover = await holdHandoverOf(tx, number);
    if (!handover || (await isOnItsWay(tx, handover.ticketId, ["rating"]))) return;
    const ticket = await holdTheirTicket(tx, handover.ticketId);
    const isSame = ticket.rating === rating && ticket.ratingText === text.slice(0, longest);
    if (isSame || (ticket.ratedAt && endOfSecond(ratedAt) <= ticket.ratedAt)) return;
    await keepRating(tx, {
      ...{ ticketId: ticket.id, actorId: null, rating, text: text.slice(0, longest) },
      ...{ via: "freshdesk", at: new Date(Math.min(endOfSecond(ratedAt).getTime(), at.getTime())) },
    });
  });
}
