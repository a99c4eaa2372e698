import { z } from "zod";
import type { Words } from "~/i18n";
import { readAddress } from "./address";
import { cleanLine, cleanText, hasVisibleCharacter } from "./clean";
import { readDomains } from "./domains";
import { normalForm } from "./normal-form";
import { plainNumber } from "./numerals";

/**
 * What is wrong with a field, carried as a zod message and put into words where it is shown.
 * `code` names a sentence in the `faults` catalogue.
 */
export interface Fault {
  code:
    | "required"
    | "tooShort"
    | "tooLong"
    | "invisible"
    | "email"
    | "choice"
    | "status"
    | "timeZone"
    | "tooMany"
    | "tooFewLines"
    | "tooManyLines"
    | "lineTooLong"
    | "code"
    | "slug"
    | "tick"
    | "postNumber"
    | "origin"
    | "reserved"
    | "weight"
    | "value"
    | "domain"
    | "mailDomain"
    | "color"
    | "contrast"
    | "address"
    | "tooSmall"
    | "gap"
    | "span"
    | "hours"
    | "holiday"
    | "unreadable";
  min?: number;
  max?: number;
}

export const say = (fault: Fault): string => JSON.stringify(fault);

export function readFault(message: string): Fault | undefined {
  return message.startsWith("{") ? (JSON.parse(message) as Fault) : undefined;
}

/** A fault in words; sentences pass as they are. */
export function sayFault({ t }: Pick<Words, "t">, message: string): string {
  const fault = readFault(message);
  return fault ? t(`faults.${fault.code}`, { ...fault }) : message;
}

/** A field for one line, cleaned, of `min` to `max` characters. */
export function line({ min = 1, max }: { min?: number; max: number }) {
  return z
    .string(say({ code: "required" }))
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .min(1, say({ code: "required" }))
        .refine(hasVisibleCharacter, say({ code: "invisible" }))
        .min(min, say({ code: "tooShort", min }))
        .max(max, say({ code: "tooLong", max })),
    );
}

/** A field for one line, cleaned; it may be empty. */
export function optionalLine({ max }: { max: number }) {
  return z
    .string()
    .default("")
    .transform(cleanLine)
    .pipe(z.string().max(max, say({ code: "tooLong", max })));
}

/** A field for a text of several lines, cleaned; it may be empty. */
export function optionalText({ max }: { max: number }) {
  return z
    .string()
    .default("")
    .transform(cleanText)
    .pipe(z.string().max(max, say({ code: "tooLong", max })));
}

/** A field for a text of several lines, cleaned; it has to say something. */
export function text({ max }: { max: number }) {
  return z
    .string(say({ code: "required" }))
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, say({ code: "required" }))
        .refine(hasVisibleCharacter, say({ code: "invisible" }))
        .max(max, say({ code: "tooLong", max })),
    );
}

/** An address in the form in which it is stored, so that the same one is the same person however it is typed. */
export function email() {
  return z
    .string(say({ code: "required" }))
    .transform((value, context) => {
      const read = readAddress(cleanLine(value));
      if (!read) context.addIssue({ code: "custom", message: say({ code: "email" }) });
      return read ?? "";
    })
    .pipe(z.string().max(254, say({ code: "tooLong", max: 254 })));
}

export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, say({ code: "choice" }));
}

/** The database counts in 32 bits. */
const largestId = 2 ** 31 - 1;

export const id = () => idOr(say({ code: "choice" }));

function idOr(message: string) {
  return z.coerce.number(message).int(message).positive(message).max(largestId, message);
}

/** Any number of boxes that were ticked; a form names one of them alone, and none not at all. No box is ticked wrongly. */
export const ids = ({ max }: { max: number }) => ticked(idOr(say({ code: "unreadable" })), { max });

/** The same, where what stands behind a box is no id. */
export function ticked<One extends z.ZodType>(one: One, { max }: { max: number }) {
  return z.preprocess((value) => [value ?? []].flat(), z.array(one).max(max, say({ code: "tooMany", max })));
}

/** What the client made up, so that the same form sent twice does one thing. */
export function clientId() {
  return z.uuid(say({ code: "unreadable" }));
}

/** The same of a form that makes something new; one that has none, as of whatever is there already, is sent as often as it comes. */
export const newId = () => clientId().optional();

/** The readable part of an address: lower-case letters, digits and hyphens. */
export function slug({ max }: { max: number }) {
  return z
    .string(say({ code: "required" }))
    .transform((value) => cleanLine(value).toLowerCase())
    .pipe(
      z
        .string()
        .min(1, say({ code: "required" }))
        .max(max, say({ code: "tooLong", max }))
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, say({ code: "slug" })),
    );
}

/** A field for so many digits; what people type between them is left out. */
export function digits(count: number) {
  return z
    .string(say({ code: "required" }))
    .transform((value) => plainNumber(normalForm(value.slice(0, 100), "NFKC")).replace(/[\s.-]/g, ""))
    .pipe(z.string().regex(new RegExp(`^\\d{${count}}$`), say({ code: "code", min: count })));
}

/** A whole number from 0 on, typed in any script; nothing counts as 0. */
export function whole({ max }: { max: number }) {
  const wrong = say({ code: "weight", max });
  return z
    .string()
    .default("")
    .transform((value) => plainNumber(value) || "0")
    .pipe(z.string().regex(/^\d{1,9}$/, wrong))
    .transform(Number)
    .pipe(z.number().max(max, wrong));
}

/** Domains of mail addresses, as people type several into one field. */
export function domains({ max }: { max: number }) {
  return z
    .string()
    .max(max * 260, say({ code: "tooMany", max }))
    .default("")
    .transform((text, context) => {
      const found = readDomains(text);
      if (!found) context.addIssue({ code: "custom", message: say({ code: "mailDomain" }) });
      return found ?? [];
    })
    .pipe(z.array(z.string()).max(max, say({ code: "tooMany", max })));
}

/** Several, each on a line of its own, each once; `most` of them, each of at most `longest` characters. */
export function lines({ most, longest }: { most: number; longest: number }) {
  return z
    .string()
    .max(most * (longest + 2), say({ code: "tooMany", max: most }))
    .default("")
    .transform((text) => [...new Set(text.split("\n").map(cleanLine).filter(Boolean))])
    .pipe(
      z
        .array(z.string().max(longest, say({ code: "tooLong", max: longest })))
        .max(most, say({ code: "tooMany", max: most })),
    );
}

/** A day of the calendar, `2026-11-30`; null where the field is empty. */
export function optionalDay() {
  return z
    .literal("")
    .or(z.iso.date(say({ code: "unreadable" })))
    .default("")
    .transform((day) => day || null);
}
