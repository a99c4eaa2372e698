import { and, asc, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { ticketMessages, ticketPeople, tickets, users } from "#db/schema";
import type { TicketPriority, TicketSource } from "#db/schema/support/tickets";
import { DomainError } from "../../core/domain-error";
import { settleId } from "../../core/settle-id.server";
import { domainOf } from "../../core/text/address";
import { renderMarkdown } from "../../core/text/markdown.server";
import { saysNoMore } from "../../core/text/says-no-more";
import { mayHandleTickets } from "../../core/users/policy";
import { publicProviders } from "../../core/users/public-mail-providers";
import type { User, Viewer } from "../../core/users/viewer";
import type { FileOwner } from "../../feedback/attachments/attachment";
import type { Guest, TicketDraft } from "./draft";
import { findCategory } from "./find-category.server";
import { keepMessage } from "./keep-message.server";
import { nextTicketNumber } from "./next-number.server";
import { recordTicketEvent } from "./record-ticket-event.server";
import type { TicketNumber } from "./ticket-number";

export interface OpenTicket {
  /** Whoever is signed in: the requester, or, where `guest` is there, who of the team opens it for them. */
  viewer: Viewer;
  /** The requester, where it is somebody else than the viewer. */
  guest?: Guest;
  /** Of somebody who is not signed in: it may have sent files. */
  browser?: FileOwner;
  /** What the requester is spoken to in. */
  language: string;
  /** Made by the client: the same form sent again gives the ticket that it made. */
  id: string;
  draft: TicketDraft;
  source: TicketSource;
  /** Another than the category's usual one. */
  priority?: TicketPriority;
  /** The number of the article that has not answered it. */
  article?: number;
  /** What a mail has folded away. */
  quoted?: string;
  /** What makes it the same ticket where its words do not: the id that a mail program gave it. */
  sameAs?: string;
  at?: Date;
}

export interface OpenedTicket extends TicketNumber {
  id: string;
  /** What was said in it first. */
  messageId: string;
  /** The requester among the ticket's people: what their link is made of. */
  person: { id: string; keyVersion: number };
}

/**
 * Opens a ticket: its requester, its first message and its number are there with it, or not at all. Throws `forbidden`,
 * `categoryNotFound`, `templateUntouched`, `busy` or `idTaken`.
 */
export async function openTicket(db: Db, input: OpenTicket): Promise<OpenedTicket> {
  const { viewer, guest, id: clientId, draft, at = new Date() } = input;
  if (!viewer && !guest) throw new DomainError("signInFirst");
  if (viewer && guest && !mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const rendered = await renderMarkdown(draft.body, viewer?.id ?? guest?.email ?? "");
  return db.transaction(async (tx) => {
    const sent = { viewer: { id: viewer?.id ?? null }, id: clientId, content: input.sameAs ?? { draft, guest } };
    const { id, isThere, fingerprint } = await settleId(tx, { table: tickets, owner: tickets.openedBy }, sent);
    if (isThere) return findOpened(tx, id);
    const category = await findCategory(tx, draft.categoryId);
    const templates = Object.values(category.templates).map(String);
    if (input.source === "page" && saysNoMore(draft.body, templates))
      throw new DomainError("templateUntouched", { field: "body" });
    const requester = await findRequester(tx, input);
    const number = await nextTicketNumber(tx, at);
    const messageId = uuid();
    const personId = uuid();
    await tx.insert(tickets).values({
      id,
      ...number,
      subject: draft.subject,
      priority: input.priority ?? category.usualPriority,
      categoryId: category.id,
      openedBy: viewer?.id,
      source: input.source,
      domain: companyDomain(requester.address),
      language: requester.language,
      createdAt: at,
      spokenAt: at,
      unansweredSince: guest && viewer ? null : at,
      fingerprint,
    });
    const { address: _, ...person } = requester;
    await tx.insert(ticketPeople).values({ id: personId, ticketId: id, role: "requester", ...person, createdAt: at });
    const by = guest && viewer ? { agentId: viewer.id } : { personId };
    const said = {
      id: messageId,
      kind: "message" as const,
      source: input.source,
      body: draft.body,
      rendered,
      quoted: input.quoted,
      files: { draftId: clientId, by: viewer ?? input.browser },
      at,
    };
    await keepMessage(tx, { id }, { ...said, ...by });
    await recordTicketEvent(tx, {
      type: "ticket.opened",
      actorId: viewer?.id ?? null,
      ticketId: id,
      data: { messageId, source: input.source, by: guest && viewer ? "agent" : "requester", article: input.article },
      at,
    });
    return { id, messageId, ...number, person: { id: personId, keyVersion: 1 } };
  });
}

async function findOpened(tx: Db, ticketId: string): Promise<OpenedTicket> {
  const [found] = await tx
    .select({
      id: tickets.id,
      year: tickets.year,
      serial: tickets.serial,
      messageId: ticketMessages.id,
      person: { id: ticketPeople.id, keyVersion: ticketPeople.keyVersion },
    })
    .from(tickets)
    .innerJoin(ticketMessages, eq(ticketMessages.ticketId, tickets.id))
    .innerJoin(ticketPeople, and(eq(ticketPeople.ticketId, tickets.id), eq(ticketPeople.role, "requester")))
    .where(eq(tickets.id, ticketId))
    .orderBy(asc(ticketMessages.createdAt), asc(ticketMessages.id))
    .limit(1);
  if (!found) throw new Error("A ticket was there and is gone within one transaction.");
  return found;
}

interface Requester {
  userId: string | null;
  /** Null for those whose account knows it. */
  email: string | null;
  name: string;
  language: string;
  address: string | null;
}

/** Whose ticket it is: an account, also where somebody else named its address; or whoever has that address. */
async function findRequester(tx: Db, { viewer, guest, language }: OpenTicket): Promise<Requester> {
  const isIt = guest ? eq(users.email, guest.email) : eq(users.id, (viewer as User).id);
  const [account] = await tx
    .select({ userId: users.id, address: users.email, language: users.language })
    .from(users)
    .where(and(isIt, isNull(users.blockedAt)));
  if (account) return { ...account, email: null, name: "" };
  if (!guest) throw new DomainError("forbidden");
  const { email, name } = guest;
  return { userId: null, email, name, language, address: email };
}

/** Where an address says which company somebody is of. */
function companyDomain(address: string | null): string | null {
  const domain = address ? domainOf(address) : "";
  return domain === "" || publicProviders.includes(domain) ? null : domain;
}
