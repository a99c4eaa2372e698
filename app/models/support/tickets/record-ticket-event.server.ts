import type { Db } from "#db/client.server";
import { recordEvent } from "../../core/events/record.server";
import type { EventType, NewEvent } from "../../core/events/types";
import { pageAfter } from "../paging/page-after.server";
import { heeded, settleTargets } from "../promises/settle-targets.server";

/** Events after which the promised times of their ticket are others: its clock goes by them, or another policy may fit. */
const settling: ReadonlySet<EventType> = new Set<EventType>([
  ...heeded,
  "ticket.answered",
  "ticket.let_in",
  "ticket.prioritized",
  "ticket.categorized",
  "ticket.tagged",
]);

/** Writes down what happened to a ticket that is held, with what follows from it for pages and for what was promised. */
export async function recordTicketEvent(tx: Db, event: NewEvent & { ticketId: string; at: Date }): Promise<void> {
  await recordEvent(tx, event);
  await pageAfter(tx, event);
  if (!settling.has(event.type)) return;
  const { ticketId, at } = event;
  const isAnswered = event.type === "ticket.answered" && event.data.by === "agent";
  await settleTargets(tx, { ticketIds: [ticketId, ...alsoChanged(event)], isAnswered, at });
}

/** A merge leaves the questions of one ticket to another. */
const alsoChanged = (event: NewEvent): string[] => (event.type === "ticket.merged" ? [event.data.into] : []);
