import { and, asc, eq, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import type { User } from "../users/viewer";
import type { BulkNoun, Kind, Outcomes } from "./noun";
import type { Verdict } from "./verdict";

interface Outcome<K extends Kind> {
  itemId: string;
  number: K["key"];
  title: string;
  verdict: Verdict;
  undoVerdict: Verdict | null;
  before: K["standing"];
}

/** What became of each item of a bulk action that the viewer sees, in the order of their numbers. */
export async function listOutcomes<K extends Kind>(
  db: Db,
  { outcomes }: BulkNoun<K>,
  { viewer, id }: { viewer: User; id: string },
): Promise<Outcome<K>[]> {
  const { table, itemId, items, key, title, order, visible } = outcomes;
  const { bulkActionId, verdict, undoVerdict, before } = table;
  const found = await db
    .select({ itemId, number: key as AnyPgColumn, title, verdict, undoVerdict, before })
    .from(table as PgTable)
    .innerJoin(items as PgTable, eq(items.id, itemId))
    .where(and(eq(bulkActionId, id), visible(db, viewer)))
    .orderBy(...order.map((column) => asc(column)));
  return found as Outcome<K>[];
}

/** The row of one item of a bulk action. */
export const outcomeOf = ({ table, itemId }: Outcomes, bulkActionId: string, id: string): SQL | undefined =>
  and(eq(table.bulkActionId, bulkActionId), eq(itemId, id));
