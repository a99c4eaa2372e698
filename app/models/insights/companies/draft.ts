import { z } from "zod";
import { readDomainName } from "../../core/text/address";
import { cleanLine } from "../../core/text/clean";
import * as field from "../../core/text/fields";
import { plainNumber } from "../../core/text/numerals";
import { publicProviders } from "../../core/users/public-mail-providers";

/** Characters of a name, bytes of a file, and rows of it. */
export const companyLimits = { name: { max: 120 }, bytes: 700_000, rows: 10_000 } as const;

/** Above this a number is no longer exact, nor a customer's value. */
const mostValue = 1e12;

/** The domain that `text` names, if it can be a company's. */
export function readDomain(text: string): string | undefined {
  const domain = readDomainName(cleanLine(text).toLowerCase().replace(/^@/, ""));
  return domain && !publicProviders.includes(domain) ? domain : undefined;
}

/** An amount with a point or a comma before at most two decimals; others between digits only part thousands. */
export function readValue(text: string): number | undefined {
  const digits = plainNumber(cleanLine(text)).replace(/[\s'’]/g, "");
  const [, whole, decimals = ""] = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(digits) ?? [];
  if (whole === undefined) return;
  const value = Number(`${whole.replace(/[.,]/g, "")}.${decimals || "0"}`);
  return value <= mostValue ? value : undefined;
}

/** Characters with which a cell becomes a formula where somebody opens the file in a spreadsheet. */
const formula = /^[=+\-@\t\r]+/;

/** A name as it may stand in any file that is made of it later. */
export const plainCompanyName = (text: string): string => cleanLine(text).replace(formula, "").trim();

const domain = z.string(field.say({ code: "domain" })).transform((text, context) => {
  const read = readDomain(text);
  if (!read) context.addIssue({ code: "custom", message: field.say({ code: "domain" }) });
  return read ?? "";
});

const value = z.string(field.say({ code: "value" })).transform((text, context) => {
  const read = readValue(text);
  if (read === undefined) context.addIssue({ code: "custom", message: field.say({ code: "value" }) });
  return read ?? 0;
});

export const companyDraft = z.object({
  domain,
  name: z.string().default("").transform(plainCompanyName).pipe(field.line(companyLimits.name)),
  value,
});

export type CompanyDraft = z.output<typeof companyDraft>;
