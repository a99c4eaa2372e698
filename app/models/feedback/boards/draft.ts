import { z } from "zod";
import * as field from "../../core/text/fields";

/** Characters. */
export const boardLimits = {
  name: { max: 60 },
  slug: { max: 40 },
  description: { max: 300 },
  template: { max: 5_000 },
} as const;

export const visibilities = ["public", "members", "staff"] as const;

/** Who sees a board; `chosen`: the team, and the people of domains that it names, or whom it invites. */
export const audiences = ["public", "members", "chosen", "staff"] as const;

export const boardDraft = z.object({
  name: field.line(boardLimits.name),
  slug: field.slug(boardLimits.slug),
  description: field.optionalLine(boardLimits.description),
  visibility: field.choice(audiences),
  guestDomains: field.domains({ max: 50 }),
  /** Markdown that the form of a new idea or bug begins with; untouched where a form does not name it. */
  ideaTemplate: field.optionalText(boardLimits.template).optional(),
  bugTemplate: field.optionalText(boardLimits.template).optional(),
  position: field.whole({ max: 9999 }),
});

type Sent = z.output<typeof boardDraft>;

export type BoardDraft = Omit<Sent, "guestDomains"> & Partial<Pick<Sent, "guestDomains">>;
