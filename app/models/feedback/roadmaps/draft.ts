import { z } from "zod";
import * as field from "../../core/text/fields";
import { visibilities } from "../boards/draft";
import { statuses } from "../posts/lifecycle";
import { readPostNumber } from "../posts/read-number";
import { reservedSlugs } from "./address";
import { limits } from "./limits";
import { readOrigins } from "./origins";
import { isTarget, type Target } from "./target";

const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

const position = field.whole({ max: 9999 });

const origins = z
  .string()
  .default("")
  .transform((text, context) => {
    const read = readOrigins(text);
    if (read) return read;
    context.addIssue({ code: "custom", message: field.say({ code: "origin", max: limits.origins.max }) });
    return z.NEVER;
  });

export const roadmapDraft = z.object({
  name: field.optionalLine(limits.name),
  slug: field.slug(limits.slug).refine((slug) => !reservedSlugs.includes(slug), field.say({ code: "reserved" })),
  visibility: field.choice(visibilities),
  isOff: ticked,
  position,
  embedOrigins: origins,
});

export type RoadmapDraft = z.output<typeof roadmapDraft>;

const several = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.enum(statuses)));

/** Without statuses it is filled by hand, and then needs a name of its own. */
export const columnDraft = z
  .object({ name: field.optionalLine(limits.name), statuses: several, position })
  .refine(({ name, statuses }) => name !== "" || statuses.length > 0, {
    path: ["name"],
    message: field.say({ code: "required" }),
  });

export type ColumnDraft = z.output<typeof columnDraft>;

export const cardDraft = z.object({
  target: z
    .string()
    .default("")
    .refine(isTarget, field.say({ code: "choice" }))
    .transform((target) => target as Target),
  note: field.optionalLine(limits.note),
});

export type CardDraft = z.output<typeof cardDraft>;

/** Which post shall have a card. */
export const newCard = z.object({
  post: z
    .string(field.say({ code: "required" }))
    .transform(readPostNumber)
    .pipe(z.number(field.say({ code: "postNumber" }))),
  columnId: field.id(),
});
