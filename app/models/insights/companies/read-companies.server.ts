import { CsvError, parse } from "csv-parse/sync";
import { DomainError } from "../../core/domain-error";
import { clip } from "../../core/text/clip.js";
import { type CompanyDraft, companyLimits, plainCompanyName, readDomain, readValue } from "./draft";

/** What is wrong with a row: a name in the catalogue. */
type CompanyFault = "domain" | "value" | "name" | "twice";

export interface ReadCompanies {
  companies: CompanyDraft[];
  problems: { line: number; fault: CompanyFault; text: string }[];
}

/**
 * The companies of a CSV text with a header that names `domain`, `name` and `value`; other columns, such as a
 * currency, are left alone. Throws companiesEmpty, companiesTooMany, companiesColumns or companiesBroken.
 */
export function readCompanies(text: string): ReadCompanies {
  const [header, ...records] = split(text);
  if (!header) throw new DomainError("companiesEmpty", { field: "csv" });
  const names = header.cells.map((name) => name.trim().toLowerCase());
  const [domain, name, value] = ["domain", "name", "value"].map((column) => names.indexOf(column));
  if (domain === undefined || value === undefined || domain < 0 || value < 0) {
    throw new DomainError("companiesColumns", { field: "csv" });
  }
  if (records.length === 0) throw new DomainError("companiesEmpty", { field: "csv" });
  const max = companyLimits.rows;
  if (records.length > max) throw new DomainError("companiesTooMany", { field: "csv", params: { max } });
  const read: ReadCompanies = { companies: [], problems: [] };
  const seen = new Set<string>();
  for (const { line, cells } of records) {
    const at = (place: number | undefined) => cells[place ?? -1] ?? "";
    const row = { domain: readDomain(at(domain)), name: plainCompanyName(at(name)), value: readValue(at(value)) };
    const fault = faultOf(row, seen);
    if (fault) read.problems.push({ line, fault, text: clip(at(fault === "value" ? value : domain), 80) });
    else read.companies.push({ domain: row.domain ?? "", name: row.name || (row.domain ?? ""), value: row.value ?? 0 });
    if (row.domain) seen.add(row.domain);
  }
  return read;
}

function faultOf(
  { domain, name, value }: { domain?: string; name: string; value?: number },
  seen: Set<string>,
): CompanyFault | undefined {
  if (!domain) return "domain";
  if (value === undefined) return "value";
  if (name.length > companyLimits.name.max) return "name";
  return seen.has(domain) ? "twice" : undefined;
}

/** Rows with the line that each ends on, without empty ones. */
function split(text: string): { line: number; cells: string[] }[] {
  const first = text.split("\n", 1)[0] ?? "";
  const delimiter = [",", ";", "\t"].reduce((best, one) => (count(first, one) > count(first, best) ? one : best));
  const options = { delimiter, bom: true, info: true, relax_quotes: true, relax_column_count: true };
  try {
    const records = parse(text, { ...options, skip_empty_lines: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return records
      .map(({ record, info }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DomainError("companiesBroken", { field: "csv", params: { line: Number(error.lines ?? 0) } });
  }
}

const count = (text: string, character: string): number => text.split(character).length - 1;
