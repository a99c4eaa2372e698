import { z } from "zod";
import * as field from "../text/fields";

/** Characters. */
export const boardLimits = { name: { max: 60 }, slug: { max: 40 }, description: { max: 300 } } as const;

export const visibilities = ["public", "members", "staff"] as const;

export const boardDraft = z.object({
  name: field.line(boardLimits.name),
  slug: field.slug(boardLimits.slug),
  description: field.optionalLine(boardLimits.description),
  visibility: field.choice(visibilities),
  position: z.coerce.number().int().min(0).max(9999).default(0),
});

export type BoardDraft = z.output<typeof boardDraft>;
