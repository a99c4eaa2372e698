import { z } from "zod";
import { flag } from "../../core/settings/kinds";
import * as field from "../../core/text/fields";
import { ticketTags } from "../tickets/draft";
import { ticketPriorities } from "../tickets/lifecycle";
import { readSpan } from "./span";

/** A span of time, in seconds; null where the field is empty. */
export const span = z
  .string()
  .max(200, field.say({ code: "span" }))
  .default("")
  .transform((text, context) => {
    if (text.trim() === "") return null;
    const seconds = readSpan(text);
    if (seconds === undefined) context.addIssue({ code: "custom", message: field.say({ code: "span" }) });
    return seconds ?? null;
  });

export const policyDraft = z.object({
  name: field.optionalLine({ max: 80 }),
  /** Its place among the others, from 1 on. */
  position: field.whole({ max: 9999 }),
  isVip: flag().form,
  isUsual: flag().form,
  categories: field.ids({ max: 200 }),
  priorities: field.ticked(z.enum(ticketPriorities, field.say({ code: "unreadable" })), {
    max: ticketPriorities.length,
  }),
  tags: ticketTags,
  companies: field.domains({ max: 50 }),
  first: span,
  next: span,
  resolution: span,
  scheduleId: z.literal("").or(field.id()).default(""),
  isOff: flag().form,
});

export type PolicyDraft = z.output<typeof policyDraft>;
