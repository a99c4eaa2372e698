import { z } from "zod";
import { readAddress } from "../../core/text/address";
import { cleanText } from "../../core/text/clean";
import * as field from "../../core/text/fields";
import { roles } from "../../core/users/policy";

export const invitationLimits = { addresses: 50, people: 1000, days: 90 } as const;

/** Roles that a link gives to whoever has it. */
export const rolesByLink = ["member", "moderator", "agent", "maintainer"] as const;

const addresses = z
  .string()
  .max(invitationLimits.addresses * 330, field.say({ code: "tooManyLines", max: invitationLimits.addresses }))
  .default("")
  .transform((text, context) => {
    const lines = cleanText(text)
      .split(/[\n,;]+/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const read = lines.map((line) => readAddress(line));
    if (read.includes(undefined)) context.addIssue({ code: "custom", message: field.say({ code: "email" }) });
    return [...new Set(read.flatMap((address) => address ?? []))];
  })
  .pipe(
    z
      .array(z.string())
      .max(invitationLimits.addresses, field.say({ code: "tooManyLines", max: invitationLimits.addresses })),
  );

/** Who is invited: those addresses by mail, or so many people by a link where there are none. */
export const invitationDraft = z.object({
  addresses,
  role: field.choice(roles),
  /** A shared board to be guests of; none is an empty field. */
  board: z.preprocess((value) => (value === "" ? undefined : value), field.id().optional()),
  people: field
    .whole({ max: invitationLimits.people })
    .pipe(z.number().min(1, field.say({ code: "tooSmall", min: 1 }))),
  days: field.whole({ max: invitationLimits.days }).pipe(z.number().min(1, field.say({ code: "tooSmall", min: 1 }))),
});

export type InvitationDraft = z.output<typeof invitationDraft>;
