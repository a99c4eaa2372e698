import { sql } from "drizzle-orm";
import { rows } from "#db/client.server";
import { db } from "./database";

/** The tables of which any row holds `needle` in any column, whatever the column's type; big and small letters alike. */
export async function tablesThatSay(needle: string): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    db,
    sql`select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('r', 'p') and not relispartition and nspname in ('public', 'pgboss') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await rows(
      db,
      sql`select 1 as found from ${sql.raw(name)} as t where strpos(lower(t::text), ${needle.toLowerCase()}) > 0 limit 1`,
    );
    if (row) found.push(name);
  }
  return found;
}
