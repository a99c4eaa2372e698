import { listConversations } from "./conversations.server";
import { FreshdeskError } from "./freshdesk-error";
import type { Priority } from "./pacer.server";
import { read } from "./read-rows";
import { type Connection, send } from "./send.server";
import { type Conversation, type Ticket, ticketShape } from "./shapes";

/** Whether a ticket is there, was merged, is deleted or cannot be seen; with the ticket where there is one. */
export type TicketLookup =
  | { state: "here"; ticket: Ticket }
  /** Closed with a note that it went into another one. */
  | { state: "merged"; ticket: Ticket; into: number }
  /** In the bin, from where agents can restore it. */
  | { state: "deleted"; ticket: Ticket }
  | { state: "spam"; ticket: Ticket }
  /** Closed for months; it can be read and not written. */
  | { state: "archived"; ticket: Ticket }
  /** The agent of the key may not see it; so some accounts answer for what was removed. */
  | { state: "hidden" }
  | { state: "missing" };

export interface LookUpOptions {
  priority?: Priority;
  /** Closed tickets cost a second call, to see whether they were merged; false saves it. */
  followMerge?: boolean;
}

const closed = 5;

/** One to three calls. Throws {@link FreshdeskError} for what is no response about the ticket. */
export async function lookUpTicket(
  connection: Connection,
  id: number,
  { priority = "normal", followMerge = true }: LookUpOptions = {},
): Promise<TicketLookup> {
  const ticket = await find(connection, `/tickets/${id}`, priority);
  if (ticket === "hidden") return { state: "hidden" };
  if (!ticket) return lookInArchive(connection, id, priority);
  if (ticket.isDeleted) return { state: "deleted", ticket };
  if (ticket.isSpam) return { state: "spam", ticket };
  if (ticket.status !== closed || !followMerge) return { state: "here", ticket };
  const into = mergedInto(await listConversations(connection, id, priority));
  return into === null ? { state: "here", ticket } : { state: "merged", ticket, into };
}

async function lookInArchive(connection: Connection, id: number, priority: Priority): Promise<TicketLookup> {
  const ticket = await find(connection, `/tickets/archived/${id}`, priority);
  if (ticket === "hidden") return { state: "hidden" };
  return ticket ? { state: "archived", ticket } : { state: "missing" };
}

async function find(connection: Connection, path: string, priority: Priority): Promise<Ticket | "hidden" | null> {
  try {
    const { json } = await send(connection, { method: "GET", path, priority });
    return read(ticketShape, json);
  } catch (error) {
    if (error instanceof FreshdeskError && error.kind === "not-found") return null;
    if (error instanceof FreshdeskError && error.kind === "forbidden") return "hidden";
    throw error;
  }
}

/**
 * The API does not tell where a merged ticket went; Freshdesk writes it into a private note, which has been seen in
 * English only. An agent may reword it: then the ticket is merely closed.
 */
export function mergedInto(conversations: Conversation[]): number | null {
  for (const { isPrivate, bodyText } of conversations.toReversed()) {
    const [, number] = (isPrivate && /closed and merged into ticket\s*#?\s*(\d+)/i.exec(bodyText)) || [];
    if (number) return Number(number);
  }
  return null;
}
