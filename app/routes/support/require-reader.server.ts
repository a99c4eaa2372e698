import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireUser } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { findTicketReader, type TicketReader } from "~/models/support/tickets/find-ticket.server";
import { readTicketNumber, type TicketNumber, ticketPath } from "~/models/support/tickets/ticket-number";

export interface Reading {
  number: TicketNumber;
  reader: TicketReader;
  /** The ticket's address for this reader: with the key of their link, where they came by it. */
  path: string;
  /** What goes after an address below it. */
  search: string;
}

/**
 * One of the people of the ticket in the address, signed in or by the link in their mail. Others learn nothing: they sign in
 * first, or find nothing.
 */
export async function requireTicketReader(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<Reading> {
  const { db, viewer, env, query } = args.context;
  const key = query.word("key");
  if (!key) requireUser(args);
  const number = readTicketNumber(args.params.number ?? "");
  const reader = number && (await findTicketReader(db, { number, viewer, key, secret: env.SESSION_SECRET }));
  if (!number || !reader) throw new DomainError("notFound");
  const search = key ? `?key=${encodeURIComponent(key)}` : "";
  return { number, reader, path: `${ticketPath(number)}${search}`, search };
}
