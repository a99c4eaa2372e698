import { z } from "zod";
import * as field from "../text/fields";

/** A saved view as its form says it. */
export const viewDraft = z.object({
  name: field.line({ max: 60 }),
  isShared: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
});

export type ViewDraft = z.output<typeof viewDraft>;
