import { and, eq, isNotNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { freshdeskTickets } from "#db/schema";
import { listStandingLinks } from "./link-ticket.server";
import { keepCompany } from "./note-ticket-seen.server";

/** The company of a linked ticket whose name nobody here knows; where another ticket tells it, it is taken from there. */
export async function findCompanyToName(db: Db, number: number): Promise<string | undefined> {
  const { companyId, companyName } = freshdeskTickets;
  const [ticket] = await db
    .select({ companyId, companyName })
    .from(freshdeskTickets)
    .where(eq(freshdeskTickets.number, number));
  if (!ticket?.companyId || ticket.companyName || (await listStandingLinks(db, number)).length === 0) return undefined;
  const [other] = await db
    .select({ companyName })
    .from(freshdeskTickets)
    .where(and(eq(companyId, ticket.companyId), isNotNull(companyName)))
    .limit(1);
  if (!other?.companyName) return ticket.companyId;
  await keepCompany(db, number, other.companyName);
  return undefined;
}
