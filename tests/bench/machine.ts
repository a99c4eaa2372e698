import { cpus, totalmem } from "node:os";
import type { Sql } from "postgres";

/** What the numbers depend on, as lines to print. */
export async function describeMachine(sql: Sql): Promise<string[]> {
  const [database] = await sql<{ version: string; size: string }[]>`
    select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`;
  const processors = cpus();
  return [
    `Date: ${new Date().toISOString().slice(0, 10)}`,
    `Processors: ${processors.length} × ${processors[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    `Node ${process.version}, PostgreSQL ${database?.version}, a database of ${database?.size}`,
  ];
}
