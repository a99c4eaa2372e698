import type { z } from "zod";
import type { Log } from "~/log.server";
import { originOf } from "./address";
import { addNote, listConversations, type NoteDraft, reply } from "./conversations.server";
import { FreshdeskError } from "./freshdesk-error";
import { type ListOptions, listTickets, type TicketPage } from "./list-tickets.server";
import { type LookUpOptions, lookUpTicket, type TicketLookup } from "./look-up-ticket.server";
import { type PaceOptions, Pacer, type Priority } from "./pacer.server";
import { listRatings, listRatingsSince, rateTicket } from "./ratings.server";
import { read } from "./read-rows";
import { type Ask, type Connection, send } from "./send.server";
import {
  type Agent,
  agentShape,
  type Company,
  type Contact,
  type Conversation,
  companyShape,
  contactShape,
  type Rating,
  type Ticket,
  type TicketField,
  ticketFieldShape,
  ticketShape,
} from "./shapes";
import { createTicket, mergeTickets, type TicketChanges, type TicketDraft, updateTicket } from "./write-tickets.server";

export interface FreshdeskSettings {
  /** A host such as `acme.freshdesk.com`, or an address. */
  domain: string;
  apiKey: string;
  log?: Log;
  pace?: PaceOptions;
  /** Milliseconds for one try; 15,000 unless said otherwise. */
  timeout?: number;
  /** Tries for what may safely be sent again; 4 unless said otherwise. */
  tries?: number;
}

/**
 * One Freshdesk account: plain data in and out. Every method throws {@link FreshdeskError} and nothing else. Writes
 * go before reads, and reads of one thing before lists.
 */
export interface Freshdesk {
  /** `https://acme.freshdesk.com` */
  readonly origin: string;
  /** Whose key it is: the cheapest check of a connection. */
  me(): Promise<Agent>;
  ticketFields(): Promise<TicketField[]>;
  /** What became of a ticket, removed ones too. */
  getTicket(id: number, options?: LookUpOptions): Promise<TicketLookup>;
  createTicket(draft: TicketDraft): Promise<Ticket>;
  updateTicket(id: number, changes: TicketChanges): Promise<Ticket>;
  mergeTickets(into: number, merged: number[]): Promise<void>;
  addNote(ticketId: number, draft: NoteDraft): Promise<Conversation>;
  /** Mails the requester. */
  reply(ticketId: number, body: string): Promise<Conversation>;
  listConversations(ticketId: number, priority?: Priority): Promise<Conversation[]>;
  rateTicket(ticketId: number, draft: Parameters<typeof rateTicket>[2]): Promise<void>;
  listRatings(ticketId: number): Promise<Rating[]>;
  listRatingsSince(since: Date): Promise<Rating[]>;
  /** Neither deleted ones nor spam. */
  listUpdatedSince(since: Date, options?: ListOptions): AsyncGenerator<TicketPage>;
  listDeleted(since: Date, options?: ListOptions): AsyncGenerator<TicketPage>;
  listSpam(since: Date, options?: ListOptions): AsyncGenerator<TicketPage>;
  /** Of one requester; knows of a ticket as soon as it is made, unlike the search. */
  listOfRequester(email: string, since: Date, options?: ListOptions): AsyncGenerator<TicketPage>;
  /** Thirty at a time, up to page 10; `status:2 AND tag:'portal'`. Lags minutes behind. */
  search(query: string, page?: number): Promise<{ total: number; tickets: Ticket[] }>;
  getContact(id: string): Promise<Contact | null>;
  findContactByEmail(email: string): Promise<Contact | null>;
  getCompany(id: string): Promise<Company | null>;
  /** Why everything is refused at present, after a wrong key; null when all is well. */
  readonly brokenBy: FreshdeskError | null;
  /** Lets calls through again. */
  reset(): void;
  /** Rejects what waits. */
  close(): void;
}

/** Open it once per account and process: it is what keeps to the account's limit. */
export function openFreshdesk(settings: FreshdeskSettings): Freshdesk {
  const { domain, apiKey, log, pace, timeout = 15_000, tries = 4 } = settings;
  const pacer = new Pacer(pace);
  const connection: Connection = { origin: originOf(domain), apiKey, pacer, timeout, tries, log };
  const get = (path: string, rest: Partial<Ask> = {}) =>
    send(connection, { method: "GET", path, priority: "normal", ...rest }).then(({ json }) => json);

  return {
    origin: connection.origin,
    me: async () => read(agentShape, await get("/agents/me", { priority: "visible" })),
    ticketFields: async () => read(ticketFieldShape.array(), await get("/ticket_fields")),
    getTicket: (id, options) => lookUpTicket(connection, id, options),
    createTicket: (draft) => createTicket(connection, draft),
    updateTicket: (id, changes) => updateTicket(connection, id, changes),
    mergeTickets: (into, merged) => mergeTickets(connection, into, merged),
    addNote: (ticketId, draft) => addNote(connection, ticketId, draft),
    reply: (ticketId, body) => reply(connection, ticketId, body),
    listConversations: (ticketId, priority) => listConversations(connection, ticketId, priority),
    rateTicket: (ticketId, draft) => rateTicket(connection, ticketId, draft),
    listRatings: (ticketId) => listRatings(connection, ticketId),
    listRatingsSince: (since) => listRatingsSince(connection, since),
    listUpdatedSince: (since, options) => listTickets(connection, since, {}, options),
    listDeleted: (since, options) => listTickets(connection, since, { filter: "deleted" }, options),
    listSpam: (since, options) => listTickets(connection, since, { filter: "spam" }, options),
    listOfRequester: (email, since, options) =>
      listTickets(connection, since, { email }, { priority: "visible", ...options }),
    search: async (query, page = 1) => {
      const json = (await get("/search/tickets", { query: { query: `"${query}"`, page } })) as Record<string, unknown>;
      return { total: Number(json.total) || 0, tickets: read(ticketShape.array(), json.results) };
    },
    getContact: (id) => orNull(contactShape, get(`/contacts/${id}`)),
    findContactByEmail: async (email) => {
      const rows = await get("/contacts", { query: { email }, endpoint: "contacts" });
      return read(contactShape.array(), rows)[0] ?? null;
    },
    getCompany: (id) => orNull(companyShape, get(`/companies/${id}`)),
    get brokenBy() {
      return pacer.brokenBy;
    },
    reset: () => pacer.reset(),
    close: () => pacer.break(new FreshdeskError("unavailable", "The connection to Freshdesk was closed.")),
  };
}

/** Reads a response; null where Freshdesk says 404. */
async function orNull<Shape extends z.ZodType>(
  shape: Shape,
  response: Promise<unknown>,
): Promise<z.output<Shape> | null> {
  try {
    return read(shape, await response);
  } catch (error) {
    if (error instanceof FreshdeskError && error.kind === "not-found") return null;
    throw error;
  }
}
