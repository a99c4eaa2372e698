import type { Priority } from "./pacer.server";
import { hasNext, read } from "./read-rows";
import { type Connection, send } from "./send.server";
import { type Conversation, conversationShape } from "./shapes";
import { type FreshdeskFile, withFiles } from "./write-tickets.server";

export interface NoteDraft {
  /** HTML. */
  body: string;
  /** Only agents see it; true unless said otherwise. */
  isPrivate?: boolean;
  /** As if this contact had said it. */
  fromContact?: string;
  attachments?: FreshdeskFile[];
}

/** Lists notes and replies of a ticket, private ones among them, the oldest first. */
export async function listConversations(
  connection: Connection,
  ticketId: number,
  priority: Priority = "normal",
): Promise<Conversation[]> {
  const all: Conversation[] = [];
  for (let page = 1; ; page++) {
    const path = `/tickets/${ticketId}/conversations`;
    const { json, headers } = await send(connection, { method: "GET", path, query: { page }, priority });
    all.push(...read(conversationShape.array(), json));
    if (!hasNext(headers)) return all;
  }
}

export async function addNote(
  connection: Connection,
  ticketId: number,
  { body, isPrivate = true, fromContact, attachments = [] }: NoteDraft,
): Promise<Conversation> {
  const values = { body, private: isPrivate, ...(fromContact && { incoming: true, user_id: Number(fromContact) }) };
  const { json } = await send(connection, {
    method: "POST",
    path: `/tickets/${ticketId}/notes`,
    body: withFiles(values, attachments),
    priority: "visible",
  });
  return read(conversationShape, json, true);
}

/** Replies to a ticket publicly: Freshdesk mails the requester. */
export async function reply(connection: Connection, ticketId: number, body: string): Promise<Conversation> {
  const path = `/tickets/${ticketId}/reply`;
  const { json } = await send(connection, { method: "POST", path, body: { body }, priority: "visible" });
  return read(conversationShape, json, true);
}
