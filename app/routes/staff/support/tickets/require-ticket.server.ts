import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireTicketHandler } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import type { User } from "~/models/core/users/viewer";
import { findStaffTicket, type StaffTicket } from "~/models/support/tickets/find-ticket.server";
import { readTicketNumber, type TicketNumber } from "~/models/support/tickets/ticket-number";

/** The number in `/staff/support/:number`, for somebody who handles tickets. */
export function requireTicketNumber(args: LoaderFunctionArgs | ActionFunctionArgs): {
  viewer: User;
  number: TicketNumber;
} {
  const viewer = requireTicketHandler(args);
  const number = readTicketNumber(args.params.number ?? "");
  if (!number) throw new DomainError("notFound");
  return { viewer, number };
}

/** The ticket itself. */
export async function requireTicket(
  args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<{ viewer: User; ticket: StaffTicket }> {
  const { viewer, number } = requireTicketNumber(args);
  const ticket = await findStaffTicket(args.context.db, viewer, number);
  if (!ticket) throw new DomainError("notFound");
  return { viewer, ticket };
}
