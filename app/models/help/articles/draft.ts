import { z } from "zod";
import { languages } from "~/i18n/languages";
import * as field from "../../core/text/fields";

/** Characters; of wordings, how many lines. */
export const articleLimits = {
  title: { min: 3, max: 140 },
  slug: { max: 60 },
  body: { max: 100_000 },
  wordings: { most: 30, longest: 200 },
} as const;

/** What somebody writes of an article in a language. */
export const textDraft = z.object({
  title: field.line(articleLimits.title),
  /** Made of the title where it is empty. */
  slug: field.optionalLine(articleLimits.slug),
  body: field.text(articleLimits.body),
  wordings: field.lines(articleLimits.wordings),
});

export type TextDraft = z.output<typeof textDraft>;

export const articleAudiences = ["public", "members", "staff"] as const;

/** Where an article stands and who looks after it. */
export const articleSetUp = z.object({
  section: field.id(),
  audience: field.choice(articleAudiences),
  owner: z
    .literal("")
    .or(z.uuid(field.say({ code: "unreadable" })))
    .default(""),
  reviewOn: field.optionalDay(),
});

export type ArticleSetUp = z.output<typeof articleSetUp>;

export const articleLanguage = z.enum(languages);

/** A revision or a version, as our own pages send it back; 0 where there was none. */
export const revisionField = () =>
  z
    .string()
    .regex(/^\d{1,9}$/, field.say({ code: "unreadable" }))
    .default("0")
    .transform(Number);
