import type { Db } from "#db/client.server";
import { ticketMessages } from "#db/schema";
import type { TicketMessageKind, TicketSource } from "#db/schema/support/tickets";
import type { Rendered } from "../../core/text/markdown.server";
import { attachDrafts } from "../../feedback/attachments/attach-drafts.server";
import type { FileOwner } from "../../feedback/attachments/attachment";

export interface NewMessage {
  id: string;
  kind: TicketMessageKind;
  /** Markdown, and what became of it. */
  body: string;
  rendered: Pick<Rendered, "html" | "version">;
  fingerprint?: string;
  source: TicketSource;
  /** What a mail has folded away. */
  quoted?: string;
  /** Names of files that came along and were not taken. */
  leftOut?: string[];
  /** The address outside that it goes to. */
  forwardedTo?: string;
  /** What an agent is called who answered in Freshdesk. */
  senderName?: string;
  /** The message of another ticket that it repeats. */
  splitFrom?: string;
  /** The form whose files belong to it, and who has sent them; nobody, where it was by no form. */
  files?: { draftId: string; by: FileOwner | undefined };
  at: Date;
}

/** Writes down what somebody of the team, one of a ticket's people, or where it names neither the product itself has said. */
export async function keepMessage(
  tx: Db,
  ticket: { id: string },
  { body, rendered, files, at, ...said }: NewMessage & { agentId?: string | null; personId?: string },
): Promise<void> {
  await tx.insert(ticketMessages).values({
    ...said,
    ticketId: ticket.id,
    bodyMarkdown: body,
    bodyHtml: rendered.html,
    htmlVersion: rendered.version,
    createdAt: at,
  });
  if (files?.by) await attachDrafts(tx, files.by, files.draftId, { ticketMessageId: said.id });
}
