import { z } from "zod";
import { byLanguage, flag } from "../../core/settings/kinds";
import * as field from "../../core/text/fields";
import { ticketPriorities } from "../tickets/lifecycle";

/** Characters. */
const limits = { name: { max: 60 }, template: { max: 5000, isLong: true } } as const;

export const categoryDraft = z.object({
  names: byLanguage(limits.name).form,
  usualPriority: field.choice(ticketPriorities),
  templates: byLanguage(limits.template).form,
  position: field.whole({ max: 9999 }),
  isArchived: flag().form,
});

export type CategoryDraft = z.output<typeof categoryDraft>;
