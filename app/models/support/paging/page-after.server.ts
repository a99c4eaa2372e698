import type { Db } from "#db/client.server";
import type { NewEvent } from "../../core/events/types";
import { highestTier } from "../escalations/escalation";
import { statusesUnderWay } from "../tickets/lifecycle";
import { answerPages, askForPage } from "./ask-for-page.server";

/** Has paged, or says of who was paged, what follows from an event of a ticket that is held. */
export async function pageAfter(tx: Db, event: NewEvent & { ticketId: string; at: Date }): Promise<void> {
  const { ticketId, at } = event;
  switch (event.type) {
    case "ticket.raised":
    case "ticket.escalation_accepted":
      if (event.data.to === highestTier) await askForPage(tx, { ticketId, reason: "tier", at });
      return;
    case "ticket.assigned":
      if (event.data.to) await answerPages(tx, { ticketId, action: "acknowledge", at });
      return;
    case "ticket.moved":
      if (!statusesUnderWay.includes(event.data.to)) await answerPages(tx, { ticketId, action: "resolve", at });
      return;
    case "ticket.merged":
    case "ticket.marked_spam":
    case "ticket.deleted":
      await answerPages(tx, { ticketId, action: "resolve", at });
  }
}
