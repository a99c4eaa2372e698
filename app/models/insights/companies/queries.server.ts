import { and, desc, eq, ilike, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { companies } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayTriage } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";

const pageLength = 50;

const { domain, name, value } = companies;

/** A page of companies, the most valuable first, that `search` is a part of; `next` is where the page after it begins. */
export async function listCompanies(db: Db, viewer: Viewer, { search, after }: { search: string; after?: string }) {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const part = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const place = sql`(${value}, ${domain}) < ((select c.value from companies c where c.domain = ${after}), ${after})`;
  const found = await db
    .select({ domain, name, value })
    .from(companies)
    .where(and(search ? or(ilike(domain, part), ilike(name, part)) : undefined, after ? place : undefined))
    .orderBy(desc(value), desc(domain))
    .limit(pageLength + 1);
  const page = found.slice(0, pageLength);
  return { companies: page, next: found.length > pageLength ? page.at(-1)?.domain : undefined };
}

export async function findCompany(db: Db, viewer: Viewer, wanted: string) {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const [company] = await db.select({ domain, name, value }).from(companies).where(eq(domain, wanted));
  if (!company) throw new DomainError("notFound");
  return company;
}
