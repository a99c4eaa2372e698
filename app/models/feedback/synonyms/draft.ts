import { z } from "zod";
import type { SynonymLanguage } from "#db/schema/feedback/synonyms";
import { wordsOf } from "../../core/search-index/words";
import { cleanLine } from "../../core/text/clean";
import * as field from "../../core/text/fields";

/** Of the words: those that the portal itself speaks. */
export const synonymLanguages = ["en", "de", "ar"] as const satisfies SynonymLanguage[];

/** How many mean the same, at least and at most; and the characters of each. */
export const synonymLimits = { least: 2, most: 12, length: 60 } as const;

/** Of all lines together: more than they may have. */
const longest = 2000;

export const synonymsDraft = z.object({
  language: field.choice(synonymLanguages),
  words: field
    .text({ max: longest })
    .transform(linesOf)
    .superRefine((lines, context) => {
      const fault = faultOf(lines);
      if (fault) context.addIssue({ code: "custom", message: field.say(fault) });
    }),
});

export type SynonymsDraft = z.output<typeof synonymsDraft>;

/** Each once; a comma is as good as a new line. */
function linesOf(text: string): string[] {
  const lines = text.split(/[\n,،;؛]/).map(cleanLine);
  return [...new Map(lines.filter(Boolean).map((line) => [line.toLowerCase(), line])).values()];
}

function faultOf(lines: string[]): field.Fault | undefined {
  const { least, most, length } = synonymLimits;
  if (lines.length < least) return { code: "tooFewLines", min: least };
  if (lines.length > most) return { code: "tooManyLines", max: most };
  if (lines.some((line) => line.length > length)) return { code: "lineTooLong", max: length };
  if (lines.some((line) => wordsOf(line).length === 0)) return { code: "invisible" };
}
