import { z } from "zod";
import type { TagColor } from "#db/schema/feedback/boards";
import type { PostStatus } from "#db/schema/feedback/posts";
import { type Language, languages } from "~/i18n/languages";
import * as field from "../text/fields";
import { readTimeZone } from "../text/time-zone";
import { colors, inEachStatus, statusColors } from "./status-looks";
import { hasOnlyGaps } from "./ticket-gaps";

/** What a setting is made of: how a form names it, how it is stored, and by what it is edited. */
export interface Kind<Value> {
  /** Reads what the form has sent. */
  form: z.ZodType<Value>;
  /** What `form` makes, as it comes out of the database. */
  stored: z.ZodType<Value>;
  control: Control;
}

/** By what a setting is edited (app/routes/staff/admin/settings/setting.tsx). */
type Control =
  | { name: "line" | "number" | "color" | "flag" | "domains" | "links" | "timeZone" | "statuses" | "picture" }
  | { name: "choice" | "choices"; values: readonly string[] }
  | { name: "by language"; isLong: boolean; hasGaps: boolean };

/** One line of text, maybe none. */
export const line = ({ max, min = 0 }: { max: number; min?: number }): Kind<string> => ({
  form: min > 0 ? field.line({ min, max }) : field.optionalLine({ max }),
  stored: z.string(),
  control: { name: "line" },
});

/** A text in each language; where one has none, the product's own stands. */
export const byLanguage = ({ max, isLong = false, gaps }: Texts): Kind<ByLanguage> => {
  const text = isLong ? field.optionalText({ max }) : field.optionalLine({ max });
  const one = gaps ? text.refine((value) => hasOnlyGaps(value, gaps), field.say({ code: "gap" })) : text;
  return {
    form: z.object(inEach(() => one)).prefault(inEach(() => "")),
    stored: z.object(inEach(() => z.string().default(""))),
    control: { name: "by language", isLong, hasGaps: gaps !== undefined },
  };
};

interface Texts {
  max: number;
  isLong?: boolean;
  /** What may stand in double braces; anything, where nothing is filled in. */
  gaps?: readonly string[];
}

export type ByLanguage = Record<Language, string>;

export const inEach = <Value>(value: (language: Language) => Value): Record<Language, Value> =>
  Object.fromEntries(languages.map((language) => [language, value(language)])) as Record<Language, Value>;

export const flag = (): Kind<boolean> => ({
  form: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  stored: z.boolean(),
  control: { name: "flag" },
});

export const number = ({ min = 0, max }: { min?: number; max: number }): Kind<number> => ({
  form: field.whole({ max }).pipe(z.number().min(min, field.say({ code: "tooSmall", min }))),
  stored: z.number(),
  control: { name: "number" },
});

export const choice = <const Values extends readonly [string, ...string[]]>(values: Values): Kind<Values[number]> => ({
  form: field.choice(values) as unknown as z.ZodType<Values[number]>,
  stored: z.enum(values) as unknown as z.ZodType<Values[number]>,
  control: { name: "choice", values },
});

/** Some of them, one at least, in their own order. */
export const choices = <const Values extends readonly [string, ...string[]]>(
  values: Values,
): Kind<Values[number][]> => {
  const some = z
    .preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      // No box is ticked wrongly.
      z.array(z.enum(values, field.say({ code: "unreadable" }))).max(values.length),
    )
    .transform((chosen) => values.filter((value) => chosen.includes(value as never)) as Values[number][]);
  return {
    form: some.pipe(z.array(z.string()).min(1, field.say({ code: "choice" }))) as unknown as z.ZodType<
      Values[number][]
    >,
    stored: z.array(z.string()).transform((kept) => values.filter((value) => kept.includes(value))) as never,
    control: { name: "choices", values },
  };
};

/** One mail address, maybe none. */
export const mailAddress = (): Kind<string> => ({
  form: z
    .string()
    .default("")
    .transform((text) => text.trim())
    .pipe(z.literal("").or(field.email())) as z.ZodType<string>,
  stored: z.string(),
  control: { name: "line" },
});

/** `#0b6670` */
export const color = (): Kind<string> => ({
  form: z
    .string(field.say({ code: "required" }))
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.string().regex(/^#[\da-f]{6}$/, field.say({ code: "color" }))),
  stored: z.string().regex(/^#[\da-f]{6}$/),
  control: { name: "color" },
});

/** Domains of mail addresses, as people type them into one field. */
export const domains = ({ max }: { max: number }): Kind<string[]> => ({
  form: field.domains({ max }),
  stored: z.array(z.string()),
  control: { name: "domains" },
});

export interface Link {
  label: string;
  address: string;
}

/** So many rows, of which those without an address are left out. */
export const links = (): Kind<Link[]> => {
  const row = z
    .object({ label: field.optionalLine({ max: 60 }), address: field.optionalLine({ max: 500 }) })
    .superRefine(({ label, address }, context) => {
      const isWrong = address !== "" && !isWebAddress(address);
      if (isWrong) context.addIssue({ code: "custom", path: ["address"], message: field.say({ code: "address" }) });
      if (address !== "" && label === "")
        context.addIssue({ code: "custom", path: ["label"], message: field.say({ code: "required" }) });
    });
  const rows = z.object(Object.fromEntries(linkRows.map((name) => [name, row.prefault({})])));
  return {
    form: rows
      .prefault({})
      .transform((filled) => linkRows.flatMap((name) => filled[name] ?? []).filter(({ address }) => address !== "")),
    stored: z.array(z.object({ label: z.string(), address: z.string() })),
    control: { name: "links" },
  };
};

export const linkRows = ["1", "2", "3", "4", "5"] as const;

/** The address of a page, or none. */
export const webAddress = (): Kind<string> => ({
  form: field
    .optionalLine({ max: 500 })
    .refine((text) => text === "" || isWebAddress(text), field.say({ code: "address" })),
  stored: z.string(),
  control: { name: "line" },
});

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  return ["https:", "http:", "mailto:"].includes(new URL(text).protocol);
}

export const timeZone = (): Kind<string> => ({
  form: z
    .string()
    .max(100, field.say({ code: "timeZone" }))
    .transform((text, context) => {
      const zone = readTimeZone(text);
      if (!zone) context.addIssue({ code: "custom", message: field.say({ code: "timeZone" }) });
      return zone ?? "UTC";
    }),
  stored: z.string(),
  control: { name: "timeZone" },
});

/** How the portal shows a status; what it means, and which moves there are, stays as the lifecycle has it. */
export interface StatusLook {
  names: ByLanguage;
  color: TagColor;
  /** Whether posts can be moved there; those that are there stay. */
  isOffered: boolean;
}

export type StatusLooks = Record<PostStatus, StatusLook>;

export const statuses = (): Kind<StatusLooks> => {
  const formOf = (status: PostStatus) =>
    z.object({
      names: byLanguage({ max: 30 }).form,
      color: field.choice(colors).default(statusColors[status]),
      isOffered: flag().form,
    });
  const storedOf = (status: PostStatus) =>
    z
      .object({ names: byLanguage({ max: 30 }).stored, color: z.enum(colors), isOffered: z.boolean() })
      .default({ names: inEach(() => ""), color: statusColors[status], isOffered: true });
  return {
    form: z.object(inEachStatus(formOf)) as unknown as z.ZodType<StatusLooks>,
    stored: z.object(inEachStatus(storedOf)) as unknown as z.ZodType<StatusLooks>,
    control: { name: "statuses" },
  };
};

/** A picture of the portal's own, made by us out of what was sent. */
export interface PortalPicture {
  width: number;
  height: number;
  /** The beginning of the hash of its bytes, hex. */
  version: string;
  /** A PNG, in Base64. */
  png: string;
}

/** Sent apart from the other settings (app/endpoints/portal-picture.server.ts). */
export const picture = (): Kind<PortalPicture | null> => ({
  form: z.never() as unknown as z.ZodType<PortalPicture | null>,
  stored: z
    .object({
      width: z.int().positive(),
      height: z.int().positive(),
      version: z.string().regex(/^[\da-f]{12}$/),
      png: z.base64(),
    })
    .nullable(),
  control: { name: "picture" },
});
