import { z } from "zod";
import { languages } from "~/i18n/languages";
import * as field from "../../core/text/fields";

export const articleReasons = ["unclear", "incomplete", "wrong", "other"] as const;

/** Characters. */
export const judgementLimits = { words: { max: 2000 } } as const;

/** Whether an article has helped, in the language in which it was read; and why not. */
export const judgementDraft = z.object({
  language: z.enum(languages),
  helpful: z.enum(["yes", "no"]),
  reason: z.enum(articleReasons).optional(),
  words: field.optionalText(judgementLimits.words),
});

export type JudgementDraft = z.output<typeof judgementDraft>;
