import { z } from "zod";
import * as kind from "../../core/settings/kinds";
import * as field from "../../core/text/fields";
import { longestHolidays, mostHolidays, readHolidays } from "./holidays";
import { readHours } from "./hours";

/** Monday first. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const hours = z
  .string()
  .max(400, field.say({ code: "hours" }))
  .default("")
  .transform((text, context) => {
    const read = readHours(text);
    if (!read) context.addIssue({ code: "custom", message: field.say({ code: "hours" }) });
    return read ?? [];
  });

const holidays = z
  .string()
  .max(longestHolidays, field.say({ code: "tooMany", max: mostHolidays }))
  .default("")
  .transform((text, context) => {
    const read = readHolidays(text);
    if (typeof read === "object") return read;
    context.addIssue({ code: "custom", message: field.say({ code: "holiday", min: read }) });
    return [];
  })
  .refine((read) => read.length <= mostHolidays, field.say({ code: "tooMany", max: mostHolidays }));

export const scheduleDraft = z.object({
  name: field.optionalLine({ max: 80 }),
  /** Empty: the portal's. */
  timeZone: z.literal("").or(kind.timeZone().form).default(""),
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: hours,
  sunday: hours,
  holidays,
  file: z.instanceof(File).optional(),
});

export type ScheduleDraft = z.output<typeof scheduleDraft>;
