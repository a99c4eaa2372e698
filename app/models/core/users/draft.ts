import { z } from "zod";
import * as field from "../text/fields";
import { handleLimits } from "./handle";

/** Characters. */
export const nameLimits = { min: 2, max: 50 } as const;

export const nameDraft = z.object({ name: field.line(nameLimits) });

/** With or without the sign that stands before it in texts. */
export const handleDraft = z.object({
  handle: z
    .string(field.say({ code: "required" }))
    .transform((value) => value.trim().replace(/^@/, ""))
    .pipe(field.slug(handleLimits))
    .pipe(z.string().min(handleLimits.min, field.say({ code: "tooShort", min: handleLimits.min }))),
});
