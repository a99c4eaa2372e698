import type { Request } from "express";
import type { Db } from "#db/client.server";
import { DomainError } from "~/models/core/domain-error";
import { isId } from "~/models/core/text/values";
import type { User } from "~/models/core/users/viewer";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import { type ApiTicket, findApiTicket, listApiMessages } from "~/models/support/tickets/api-tickets.server";
import { readTicketNumber } from "~/models/support/tickets/ticket-number";
import { presentTicket } from "./present";
import { apiCategory } from "./words";

/** The ticket in the address, by its id or its number. Throws `notFound` where the viewer may not know of it. */
export async function requireApiTicket(db: Db, viewer: User, request: Request): Promise<ApiTicket> {
  const { id = "" } = request.params;
  const ticket = isId(id) || readTicketNumber(id) ? await findApiTicket(db, viewer, id) : undefined;
  if (!ticket) throw new DomainError("notFound");
  return ticket;
}

/** A ticket as it is now, with what was said in it. */
export async function showTicket(db: Db, viewer: User, id: string) {
  const [ticket, messages] = await Promise.all([findApiTicket(db, viewer, id), listApiMessages(db, viewer, [id])]);
  if (!ticket) throw new DomainError("notFound");
  return presentTicket(ticket, messages);
}

/** The categories that a word of the API means. */
export async function findCategories(db: Db, word: string): Promise<number[]> {
  const found = await listTicketCategories(db, { archived: true });
  return found.filter((one) => apiCategory(one).toLowerCase() === word.toLowerCase()).map(({ id }) => id);
}

/** The one that it means. Throws `unknownCategory`. */
export async function requireCategory(db: Db, word: string): Promise<number> {
  const [id] = await findCategories(db, word);
  if (id === undefined) throw new DomainError("unknownCategory", { field: "category" });
  return id;
}
