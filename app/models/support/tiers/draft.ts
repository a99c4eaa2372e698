import { z } from "zod";
import { readAddress } from "../../core/text/address";
import * as field from "../../core/text/fields";
import { span } from "../promises/policy-draft";

/** Of a tier, and on the list of those who come first. */
const most = { members: 200, vips: 500 };

export const tierDraft = z.object({
  members: field.ticked(z.uuid(field.say({ code: "unreadable" })), { max: most.members }),
  /** Nothing is promised where there is none. */
  response: span,
  schedule: z.literal("").or(field.id()).default(""),
});

export type TierDraft = z.output<typeof tierDraft>;

const isDomain = (line: string): boolean => /^(?=.{1,253}$)[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(line);

export const vipDraft = z.object({
  /** Addresses and domains, each on a line of its own. */
  vips: z
    .string()
    .max(most.vips * 256, field.say({ code: "tooMany", max: most.vips }))
    .default("")
    .transform((text) => [
      ...new Set(
        text
          .toLowerCase()
          .split("\n")
          .map((line) => line.trim().replace(/^@/, ""))
          .filter(Boolean),
      ),
    ])
    .pipe(
      z
        .array(
          z
            .string()
            .refine((line) => readAddress(line) !== undefined || isDomain(line), field.say({ code: "unreadable" })),
        )
        .max(most.vips, field.say({ code: "tooMany", max: most.vips })),
    ),
});
