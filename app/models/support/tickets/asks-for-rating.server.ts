import { type SQL, sql } from "drizzle-orm";

/** Once the ticket is resolved, and once more where it came back. */
const mostAsked = 2;

/**
 * The requester of a row of `tickets` may be asked what they think of the help: they have not said it, and were not asked too
 * often, by a mail of its own or in the answer that resolved it; `more` are about to ask.
 */
export const mayAskForRating = (
  more: number,
): SQL<boolean> => sql<boolean>`(tickets.rating is null and ${mostAsked} >= ${more}
  + (select count(*) from deliveries join ticket_messages said on said.id = deliveries.ticket_message_id
    where said.ticket_id = tickets.id and deliveries.kind = 'ticket-resolved')
  + (select count(*) from events resolved where resolved.ticket_id = tickets.id and resolved.type = 'ticket.moved'
    and resolved.data ->> 'to' = 'resolved' and resolved.data ->> 'by' <> 'requester' and resolved.data ? 'messageId'))`;
