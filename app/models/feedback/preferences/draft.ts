import { z } from "zod";
import type { MailPace } from "#db/schema/core/users";
import { languages } from "~/i18n/languages";
import * as field from "../../core/text/fields";
import { readTimeZone } from "../../core/text/time-zone";
import { handleDraft, nameDraft } from "../../core/users/draft";

export const mailPaces = ["instant", "bundled", "daily", "weekly", "off"] as const satisfies MailPace[];

const mostBoards = 500;

const typed = z.object({
  ...nameDraft.shape,
  ...handleDraft.shape,
  language: field.choice(languages),
  timeZone: z
    .string(field.say({ code: "required" }))
    .transform((text) => readTimeZone(text) ?? "")
    .pipe(z.string().min(1, field.say({ code: "timeZone" }))),
  mailPace: z.enum(mailPaces),
  movesInDigest: z.preprocess((value) => value === "yes", z.boolean()),
  digestHour: z.coerce.number().int().min(0).max(23),
  digestDay: z.coerce.number().int().min(1).max(7),
  /** In the changelog, where people are thanked: only who says so. */
  isNamed: z.preprocess((value) => value === "yes", z.boolean()),
  /** For staff: of whose new posts to hear. */
  boardIds: field.ids({ max: mostBoards }),
});

export const preferencesDraft = typed.transform(({ isNamed, ...rest }) => ({ ...rest, hidesName: !isNamed }));

/** Its fields, as the form has them. */
export type PreferenceField = keyof z.input<typeof typed>;

export type Preferences = z.output<typeof preferencesDraft>;
