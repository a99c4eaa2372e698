import type { TicketStatus } from "#db/schema/support/tickets";
import { staffTicketPath, type TicketNumber, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { TicketStatusBadge } from "~/ui/ticket-badges";

/** A ticket among others: what it is about, its number, and how it stands. */
export function TicketLine({ ticket }: { ticket: TicketNumber & { subject: string; status: TicketStatus } }) {
  return (
    <div className="min-w-0">
      <a href={staffTicketPath(ticket)} dir="auto" className="block no-underline hover:text-accent">
        {ticket.subject}
      </a>
      <span className="facts">
        <span dir="ltr">{writeTicketNumber(ticket)}</span>
        <TicketStatusBadge status={ticket.status} forTeam />
      </span>
    </div>
  );
}
