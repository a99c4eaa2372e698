import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { companies } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { countAnew } from "../figures/settings.server";
import { type ReadCompanies, readCompanies } from "./read-companies.server";

export const uploadModes = ["merge", "replace"] as const;
export type UploadMode = (typeof uploadModes)[number];

interface UploadCompanies {
  viewer: User;
  csv: string;
  /** `replace` removes those that the file does not name. */
  mode: UploadMode;
  at?: Date;
}

export interface UploadPlan extends Pick<ReadCompanies, "problems"> {
  added: number;
  changed: number;
  same: number;
  removed: number;
}

/** What an upload would do; writes nothing. */
export async function planUpload(db: Db, { viewer, csv, mode }: UploadCompanies): Promise<UploadPlan> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const { companies: wanted, problems } = readCompanies(csv);
  const known = new Map((await db.select().from(companies)).map((company) => [company.domain, company]));
  const plan = { added: 0, changed: 0, same: 0, removed: 0, problems };
  for (const { domain, name, value } of wanted) {
    const before = known.get(domain);
    if (!before) plan.added += 1;
    else if (before.name === name && before.value === value) plan.same += 1;
    else plan.changed += 1;
  }
  if (mode === "replace") plan.removed = known.size - plan.changed - plan.same;
  return plan;
}

const batch = 1000;

/**
 * Writes the good rows of a file; those with problems are left out. Resolves to how many there are. Throws what
 * `readCompanies` throws, and companiesNone where no row is good, so that no bad file empties the table.
 */
export async function uploadCompanies(
  db: Db,
  { viewer, csv, mode, at = new Date() }: UploadCompanies,
): Promise<number> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const { companies: wanted } = readCompanies(csv);
  if (wanted.length === 0) throw new DomainError("companiesNone", { field: "csv" });
  await db.transaction(async (tx) => {
    if (mode === "replace") await tx.delete(companies).where(notNamed(wanted.map(({ domain }) => domain)));
    for (let i = 0; i < wanted.length; i += batch) {
      await tx
        .insert(companies)
        .values(wanted.slice(i, i + batch).map((company) => ({ ...company, updatedAt: at })))
        .onConflictDoUpdate({
          target: companies.domain,
          set: { name: sql`excluded.name`, value: sql`excluded.value`, updatedAt: at },
        });
    }
    await countAnew(tx);
    const data = { mode, count: wanted.length };
    await recordEvent(tx, { type: "companies.uploaded", actorId: viewer.id, data, at });
  });
  return wanted.length;
}

const notNamed = (domains: string[]) =>
  sql`${companies.domain} not in (select jsonb_array_elements_text(${JSON.stringify(domains)}::jsonb))`;
