import { lt, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import * as schema from "#db/schema";
import { type Kept, type TableKey, tables } from "./tables";

const schemas: Record<TableKey, PgTable> = schema;
const day = 24 * 60 * 60_000;

/** Deletes the rows of every table that are older than they are kept, but for those that a noun deletes by itself. */
export async function forgetOld(db: Db, at: Date, pace: "at once" | "nightly"): Promise<void> {
  for (const [key, { kept }] of Object.entries(tables) as [TableKey, { kept: Kept }][]) {
    if (kept === "stays" || kept.only || kept.days <= 1 !== (pace === "at once")) continue;
    const table = schemas[key];
    const moment = (table as unknown as Record<string, PgColumn>)[kept.since];
    if (!moment) throw new Error(`${key} has no column ${kept.since}.`);
    await db.delete(table).where(isBefore(moment, new Date(at.getTime() - kept.days * day)));
  }
}

/** Some moments are kept as milliseconds since 1970. */
const isBefore = (moment: PgColumn, at: Date): SQL => lt(moment, moment.dataType === "number" ? at.getTime() : at);
