import type { TransactionSql } from "postgres";

interface Definition {
  table: string;
  name: string;
  definition: string;
}

/**
 * Does `work` without keys and indexes, and builds them afterwards, each in one go: row by row would take many times
 * as long. Foreign keys hold for what comes later; what `work` wrote, it has to have right itself.
 */
export async function withoutIndexes(sql: TransactionSql, tables: string[], work: () => Promise<void>): Promise<void> {
  const foreign = await constraints(sql, tables, ["f"]);
  const keys = await constraints(sql, tables, ["p", "u"]);
  for (const { table, name } of [...foreign, ...keys]) await sql.unsafe(`alter table ${table} drop constraint ${name}`);
  const indexes = await sql<{ name: string; definition: string }[]>`
    select quote_ident(indexname) as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and tablename in ${sql(tables)}`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await work();
  for (const { table, name, definition } of keys) {
    await sql.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
  }
  for (const { definition } of indexes) await sql.unsafe(definition);
  for (const { table, name, definition } of foreign) {
    await sql.unsafe(`alter table ${table} add constraint ${name} ${definition} not valid`);
  }
}

/** Of these tables, and foreign ones that refer to them. */
function constraints(sql: TransactionSql, tables: string[], types: string[]): Promise<Definition[]> {
  return sql<Definition[]>`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype::text in ${sql(types)} and connamespace = 'public'::regnamespace
      and (conrelid::regclass::text in ${sql(tables)}
        or confrelid <> 0 and confrelid::regclass::text in ${sql(tables)})`;
}
