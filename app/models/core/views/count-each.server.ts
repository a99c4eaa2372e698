import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { mostOfView } from "./limits";

/**
 * How many rows of a table each of several conditions leaves, up to one more than `mostOfView`, all in one statement; of
 * no condition at all, none.
 */
export async function countEach(db: Db, id: AnyPgColumn, conditions: (SQL | undefined)[]): Promise<number[]> {
  if (conditions.length === 0) return [];
  const counts = conditions.map((where) => {
    const some = db
      .select({ id })
      .from(id.table as PgTable)
      .where(where ?? sql`false`)
      .limit(mostOfView + 1);
    return sql`(select count(*) from ${some.as("some")})`;
  });
  const [found] = await db
    .select({ counts: sql<number[]>`to_json(array[${sql.join(counts, sql`, `)}]::int[])` })
    .from(sql`(values (1)) as one`);
  return found?.counts ?? [];
}
