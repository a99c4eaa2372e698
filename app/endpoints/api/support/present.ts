import { filePath } from "~/models/feedback/attachments/attachment";
import type { ApiMessage, ApiTicket } from "~/models/support/tickets/api-tickets.server";
import { writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { apiCategory, apiPriorities, apiStatuses } from "./words";

/** A ticket as the API has it; the first message is its own, what follows are responses. */
export function presentTicket(ticket: ApiTicket, messages: ApiMessage[]) {
  const said = messages.filter(({ ticketId }) => ticketId === ticket.id);
  const [first, ...responses] = said;
  return {
    _id: ticket.id,
    ticketNumber: writeTicketNumber(ticket),
    subject: ticket.subject,
    message: first?.body ?? "",
    category: apiCategory(ticket.category),
    priority: apiPriorities[ticket.priority],
    status: apiStatuses[ticket.status],
    ...(ticket.status === "waiting" && { waitingOnCustomer: true }),
    submittedBy: ticket.submittedBy,
    ...(ticket.assigneeId && { assignedTo: ticket.assigneeId }),
    responses: responses.map(presentResponse),
    attachments: said.flatMap(({ files }) => files.map((id) => filePath(id))),
    createdAt: ticket.createdAt,
    updatedAt: ticket.spokenAt,
    ...(ticket.resolvedAt && { resolvedAt: ticket.resolvedAt }),
    ...(ticket.closedAt && { closedAt: ticket.closedAt }),
  };
}

export const presentResponse = ({ id, body, by, isInternal, createdAt }: ApiMessage) => ({
  _id: id,
  message: body,
  respondedBy: by,
  isInternal,
  createdAt,
});
