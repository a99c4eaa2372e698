import { z } from "zod";
import { languages } from "~/i18n/languages";
import * as field from "../../core/text/fields";
import { sectionIcons } from "./icons";

const limits = { name: { max: 60 }, description: { max: 200 }, slug: { max: 60 } } as const;

const inEachLanguage = (limit: { max: number }) =>
  z.object(Object.fromEntries(languages.map((one) => [one, field.optionalLine(limit).default("")])));

export const sectionDraft = z.object({
  names: inEachLanguage(limits.name),
  descriptions: inEachLanguage(limits.description),
  slug: field.slug(limits.slug),
  icon: field.choice(sectionIcons),
});

export type SectionDraft = z.output<typeof sectionDraft>;
