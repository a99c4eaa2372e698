import { z } from "zod";
import * as field from "../../core/text/fields";

/** Characters. */
export const tagLimits = { name: { max: 40 }, slug: { max: 40 } } as const;

export const tagColors = ["slate", "red", "amber", "green", "teal", "blue", "violet", "pink"] as const;

export const tagDraft = z.object({
  name: field.line(tagLimits.name),
  slug: field.slug(tagLimits.slug),
  color: field.choice(tagColors),
});

export type TagDraft = z.output<typeof tagDraft>;
