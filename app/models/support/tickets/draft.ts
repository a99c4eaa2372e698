import { z } from "zod";
import { cleanLine } from "../../core/text/clean";
import * as field from "../../core/text/fields";
import { mostTags, ticketLimits } from "./limits";

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

/** Words with commas between them. */
export const ticketTags = z
  .string()
  .max(1000, field.say({ code: "tooLong", max: 1000 }))
  .default("")
  .transform((text) => [
    ...new Set(
      text
        .split(",")
        .map((tag) => cleanLine(tag).toLowerCase())
        .filter(Boolean),
    ),
  ])
  .pipe(
    z
      .array(z.string().max(ticketLimits.tag.max, field.say({ code: "tooLong", max: ticketLimits.tag.max })))
      .max(mostTags, field.say({ code: "tooMany", max: mostTags })),
  );
