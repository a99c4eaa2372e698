import { asc, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketRules } from "#db/schema";

/** Rules, in the order in which they are asked. */
export const listRules = (db: Db, which?: SQL) =>
  db.select().from(ticketRules).where(which).orderBy(asc(ticketRules.position), asc(ticketRules.id));
