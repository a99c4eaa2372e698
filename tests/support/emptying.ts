import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";

/** Bytes from which on it is quicker to begin a table anew than to delete its rows one by one. */
const large = 200_000;

/**
 * Teaches a migrated database to empty itself: a function that knows every table and sequence by name, so that it is
 * planned once for a connection. Most tests fill few tables, and only those are touched.
 */
export async function teachEmptying(db: Db): Promise<void> {
  const tables = await rows<{ name: string; canTruncate: boolean }>(
    db,
    sql`select format('%I.%I', nspname, relname) as name, relkind = 'r' as "canTruncate"
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('r', 'p') and not relispartition
        and (nspname = 'public' or (nspname = 'pgboss' and relname in ('job', 'archive', 'schedule')))`,
  );
  const sequences = await rows<{ name: string; start: string }>(
    db,
    sql`select format('%I.%I', schemaname, sequencename) as name, start_value::text as start
      from pg_sequences where schemaname = 'public'`,
  );
  await db.execute(sql`create schema testing`);
  await db.execute(
    sql.raw(`create function testing.empty() returns void language plpgsql as $$ begin
      perform set_config('session_replication_role', 'replica', true);
      ${tables.map(({ name, canTruncate }) => emptyTable(name, canTruncate)).join("\n")}
      ${sequences.map(({ name, start }) => restart(name, start)).join("\n")}
      insert into numbering (name, last) values ('post', 0);
    end $$`),
  );
}

/** Back to how a new portal begins, but without its first board, its labels and its synonyms. */
export async function empty(db: Db): Promise<void> {
  await db.execute(sql`select testing.empty()`);
}

/**
 * Empties the tables down to their last page, so that rows lie in the order in which they are written, as they do in new
 * ones; what is only deleted leaves gaps. Fails where a test has left a table that is not as it was.
 */
export async function sweep(db: Db): Promise<void> {
  await empty(db);
  const used = await rows<{ name: string }>(
    db,
    sql`select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind = 'r' and nspname in ('public', 'pgboss') and pg_relation_size(pg_class.oid) > 0`,
  );
  await db.execute(sql.raw(`vacuum ${used.map(({ name }) => name).join(", ")}`));
}

function emptyTable(name: string, canTruncate: boolean): string {
  const remove = `delete from ${name};`;
  const clear = canTruncate
    ? `if pg_relation_size('${name}') > ${large} then truncate ${name} cascade; else ${remove} end if;`
    : remove;
  return `if exists (select from ${name}) then ${clear} end if;`;
}

const restart = (name: string, start: string): string =>
  `if (select is_called or last_value <> ${start} from ${name}) then perform setval('${name}', ${start}, false); end if;`;
