import { z } from "zod";
import { languages } from "~/i18n/languages";
import { flag } from "../../core/settings/kinds";
import * as field from "../../core/text/fields";
import { ticketTags } from "../tickets/draft";
import { ticketPriorities } from "../tickets/lifecycle";
import { ruleAssignments, ruleOccasions } from "./rule";

/** Of one list. */
const most = 50;
const longestLine = 254;

/** Lower case, as they are looked for. */
const lines = field
  .lines({ most, longest: longestLine })
  .transform((lines) => [...new Set(lines.map((line) => line.toLowerCase()))]);

/** One of several, or none. */
const orNone = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.literal("").or(field.choice(values)).default("");

export const ruleDraft = z.object({
  name: field.line({ max: 80 }),
  position: field.whole({ max: 9999 }),
  occasion: field.choice(ruleOccasions),
  words: lines,
  categories: field.ids({ max: 200 }),
  companies: field.domains({ max: most }),
  languages: field.ticked(z.enum(languages, field.say({ code: "unreadable" })), { max: languages.length }),
  addresses: lines,
  assign: orNone(ruleAssignments),
  among: field.ticked(z.uuid(field.say({ code: "unreadable" })), { max: 200 }),
  priority: orNone(ticketPriorities),
  tags: ticketTags,
  replyId: z.literal("").or(field.id()).default(""),
  tier: orNone(["2", "3", "4"]),
  isOff: flag().form,
});

export type RuleDraft = z.output<typeof ruleDraft>;
