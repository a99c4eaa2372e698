import { z } from "zod";
import * as field from "../../core/text/fields";
import { ticketLimits } from "./limits";

/** What everybody writes to open a ticket; the same rules in page, mail and API. */
export const ticketDraft = z.object({
  subject: field.line(ticketLimits.subject),
  body: field.text(ticketLimits.body),
  categoryId: field.id(),
});

export type TicketDraft = z.output<typeof ticketDraft>;

/** Whoever is not signed in. */
export const guestDraft = z.object({
  name: field.line(ticketLimits.name),
  email: field.email(),
});

export type Guest = z.output<typeof guestDraft>;

export const messageDraft = z.object({ id: field.clientId(), body: field.text(ticketLimits.body) });
