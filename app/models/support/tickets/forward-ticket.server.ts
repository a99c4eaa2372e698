import { and, desc, eq, inArray } from "drizzle-orm";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { attachments, ticketMessages } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { settleId } from "../../core/settle-id.server";
import { renderMarkdown } from "../../core/text/markdown.server";
import { copyFiles } from "../../feedback/attachments/copy-files.server";
import { queueDeliveries } from "../../telling/deliveries/queue-deliveries.server";
import { type Alteration, alterTicket } from "./alter-ticket.server";
import { isSaidIn } from "./find-ticket.server";
import type { HeldTicket } from "./hold-ticket.server";
import { keepMessage } from "./keep-message.server";
import { findPersonByAddress } from "./person-by-address.server";
import { recordTicketEvent } from "./record-ticket-event.server";

interface ForwardTicket extends Alteration {
  /** Made by the client: the same mail sent again goes out once. */
  id: string;
  /** Who gets it, none of the ticket's people. */
  to: string;
  /** What they get, Markdown, as somebody of the team has gone through it. */
  body: string;
  /** What goes along: files of messages of the ticket. */
  fileIds?: string[];
}

/**
 * Mails something of a ticket to an address outside. An internal note keeps what went there, and what comes back is held.
 * Resolves to the note's id. Throws `forbidden`, `busy`, `notFound`, `ticketMerged`, `isTicketPerson` or `idTaken`.
 */
export async function forwardTicket(
  db: Db,
  { id: clientId, to, body, fileIds = [], ...change }: ForwardTicket,
): Promise<string> {
  const { viewer, number } = change;
  const rendered = await renderMarkdown(body, viewer.id);
  let noteId = clientId;
  await alterTicket(db, change, async (tx, ticket, event) => {
    const sent = { viewer, id: clientId, content: { number, to, body, fileIds } };
    const kept = { table: ticketMessages, owner: ticketMessages.agentId };
    const { id, isThere, fingerprint } = await settleId(tx, kept, sent);
    noteId = id;
    if (isThere) return;
    if (await findPersonByAddress(tx, ticket.id, to)) throw new DomainError("isTicketPerson", { field: "to" });
    const note = { id, kind: "note" as const, body, rendered, fingerprint, source: "page" as const, at: event.at };
    await keepMessage(tx, ticket, { ...note, forwardedTo: to, agentId: viewer.id });
    await copyFiles(tx, and(isAnyOf(attachments.id, fileIds), isOfMessageIn(tx, ticket)), {
      to: { kind: "ticketMessage", id },
      at: event.at,
    });
    const mail = { kind: "ticket-forward" as const, userId: null, to, ticketMessageId: id, notificationIds: [] };
    await queueDeliveries(tx, [mail], event.at);
    await recordTicketEvent(tx, { ...event, type: "ticket.forwarded", data: { messageId: id } });
  });
  return noteId;
}

/** What was said to or by the ticket's people; never what only the team sees. */
const isOfMessageIn = (tx: Db, { id }: HeldTicket) =>
  inArray(
    attachments.ticketMessageId,
    tx
      .select({ id: ticketMessages.id })
      .from(ticketMessages)
      .where(and(isSaidIn(id), eq(ticketMessages.kind, "message"))),
  );

/** The most messages that are offered to be sent at once; agents go through all of them. */
const mostForwarded = 50;

/** What can be forwarded of a ticket, in order of time: one message, or the latest of them; never what only the team sees. */
export async function listForwardable(db: Db, ticketId: string, messageId: string | undefined) {
  const { id, kind, createdAt, bodyMarkdown } = ticketMessages;
  const found = await db
    .select({ id, body: bodyMarkdown })
    .from(ticketMessages)
    .where(and(isSaidIn(ticketId), eq(kind, "message"), messageId ? eq(id, messageId) : undefined))
    .orderBy(desc(createdAt), desc(id))
    .limit(mostForwarded);
  return found.reverse();
}
