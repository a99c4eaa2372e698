import type { Account } from "./account";
import { closed, touch, updateTicket } from "./tickets";
import type { Actor, Attachment, Conversation, Ticket } from "./types";

export interface ConversationDraft {
  body: string;
  private?: boolean;
  incoming?: boolean;
  user_id?: number | null;
  cc_emails?: string[];
  bcc_emails?: string[];
  to_emails?: string[];
  attachments?: Attachment[];
}

const supportAddress = "support@acme.example";

/** Answers the requester, which sends a mail. */
export function reply(account: Account, ticket: Ticket, draft: ConversationDraft, actor: Actor): Conversation {
  const to = account.contacts.get(ticket.requester_id)?.email;
  const conversation = add(account, ticket, actor, {
    ...draft,
    source: 0,
    private: false,
    from_email: supportAddress,
    to_emails: to ? [to] : [],
  });
  if (to) account.mails.push({ at: conversation.created_at, to, ticketId: ticket.id, body: draft.body });
  ticket.stats.first_responded_at ??= conversation.created_at;
  return conversation;
}

/** Private unless said otherwise. */
export function addNote(account: Account, ticket: Ticket, draft: ConversationDraft, actor: Actor): Conversation {
  return add(account, ticket, actor, { ...draft, source: 2, private: draft.private ?? true });
}

/** The customer writes back, which opens a solved ticket again. */
export function receive(account: Account, ticket: Ticket, body: string): Conversation {
  const actor: Actor = { kind: "requester", id: ticket.requester_id };
  const from = account.contacts.get(ticket.requester_id)?.email ?? null;
  const conversation = add(account, ticket, actor, {
    body,
    source: 0,
    incoming: true,
    private: false,
    user_id: ticket.requester_id,
    from_email: from,
    to_emails: [supportAddress],
  });
  if (ticket.status !== 2) updateTicket(account, ticket, { status: 2 }, actor);
  return conversation;
}

/** Closes the others, with a note in each and in the one that stays. */
export function mergeTickets(
  account: Account,
  into: Ticket,
  merged: Ticket[],
  notes: { primary?: ConversationDraft; secondary?: ConversationDraft },
  actor: Actor,
): void {
  for (const ticket of merged) {
    const text = `This ticket is closed and merged into ticket <a href="/a/tickets/${into.id}">${into.id}</a>`;
    addNote(account, ticket, { body: text, private: true, ...notes.secondary }, actor);
    ticket.merged_into = into.id;
    updateTicket(account, ticket, { status: closed }, actor);
  }
  const numbers = merged.map(({ id }) => id).join(", ");
  addNote(account, into, { body: `Merged from ticket ${numbers}`, private: true, ...notes.primary }, actor);
}

function add(
  account: Account,
  ticket: Ticket,
  actor: Actor,
  draft: ConversationDraft & Pick<Conversation, "source"> & { from_email?: string | null },
): Conversation {
  const at = account.clock.now();
  const conversation: Conversation = {
    id: account.nextId(),
    ticket_id: ticket.id,
    incoming: false,
    private: false,
    user_id: actor.id,
    from_email: null,
    to_emails: [],
    cc_emails: [],
    bcc_emails: [],
    attachments: [],
    created_at: at,
    updated_at: at,
    ...draft,
  };
  account.conversations.get(ticket.id)?.push(conversation);
  touch(account, ticket, actor, { conversation: [null, conversation.private ? "private" : "public"] });
  return conversation;
}
