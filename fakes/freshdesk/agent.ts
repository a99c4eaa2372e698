import type { Account } from "./state/account";
import { addContact, findContact } from "./state/contacts";
import { addNote, mergeTickets, receive, reply } from "./state/conversations";
import { closed, createTicket, setAside, type TicketValues, updateTicket } from "./state/tickets";
import type { Actor, Conversation, Ticket } from "./state/types";

/** What people do in Freshdesk itself, past the API: mostly an agent, sometimes a customer. */
export interface Agency {
  /** The ticket with that number, as it is; for reading. */
  ticket(id: number): Ticket;
  /** Its notes and replies, oldest first. */
  conversations(id: number): Conversation[];
  /** A customer writes in; the address makes a contact. */
  createTicket(draft: Omit<TicketValues, "requester_id"> & { email: string; name?: string }): Ticket;
  reply(id: number, body: string): Conversation;
  /** The customer writes back. */
  customerReply(id: number, body: string): Conversation;
  /** Private, unless it is said to be public. */
  addNote(id: number, body: string, options?: { private?: boolean }): Conversation;
  update(id: number, values: TicketValues): void;
  setStatus(id: number, status: number): void;
  mergeTickets(into: number, merged: number[]): void;
  /** The customer answers a survey: -103 to 103. */
  answerSurvey(id: number, rating: number, feedback?: string): void;
  markSpam(id: number): void;
  unmarkSpam(id: number): void;
  deleteTicket(id: number): void;
  restoreTicket(id: number): void;
  /** As if it had been closed for 120 days. */
  archive(id: number): void;
  /** Gone for good, as at the erasure of a contact. */
  forget(id: number): void;
}

export function agency(account: Account, agentId: number): Agency {
  const agent: Actor = { kind: "agent", id: agentId };
  const find = (id: number): Ticket => {
    const ticket = account.tickets.get(id);
    if (!ticket) throw new Error(`There is no ticket ${id}`);
    return ticket;
  };
  return {
    ticket: find,
    conversations: (id) => account.conversations.get(id) ?? [],
    createTicket: ({ email, name, ...values }) => {
      const contact = findContact(account, { email }) ?? addContact(account, { email, name: name ?? email });
      const actor: Actor = { kind: "requester", id: contact.id };
      return createTicket(account, { source: 1, ...values, requester_id: contact.id }, actor);
    },
    reply: (id, body) => reply(account, find(id), { body }, agent),
    customerReply: (id, body) => receive(account, find(id), body),
    addNote: (id, body, options) => addNote(account, find(id), { body, ...options }, agent),
    update: (id, values) => updateTicket(account, find(id), values, agent),
    setStatus: (id, status) => updateTicket(account, find(id), { status }, agent),
    mergeTickets: (into, merged) => mergeTickets(account, find(into), merged.map(find), {}, agent),
    answerSurvey: (id, rating, feedback = "") =>
      void account.ratings.push({
        id: account.nextId(),
        ...{ ticket_id: find(id).id, rating, feedback, created_at: account.clock.now() },
      }),
    markSpam: (id) => setAside(account, find(id), { spam: true }),
    unmarkSpam: (id) => setAside(account, find(id), { spam: false }),
    deleteTicket: (id) => setAside(account, find(id), { deleted: true }),
    restoreTicket: (id) => setAside(account, find(id), { deleted: false }),
    archive: (id) => {
      updateTicket(account, find(id), { status: closed }, { kind: "system", id: null });
      find(id).archived = true;
    },
    forget: (id) => {
      account.tickets.delete(id);
      account.conversations.delete(id);
    },
  };
}
