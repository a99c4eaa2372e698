import { cpus, totalmem } from "node:os";
import type { Sql } from "postgres";

/** What the numbers depend on, as lines to print. */
export async function describeMachine(sql: Sql): Promise<string[]> {
  const [database] = await sql<{ version: string; buffers: string }[]>`
    select current_setting('server_version') as version, current_setting('shared_buffers') as buffers`;
  const processors = cpus();
  return [
    `Date: ${new Date().toISOString().slice(0, 10)}`,
    `Processors: ${processors.length} × ${processors[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    `Node ${process.version}, PostgreSQL ${database?.version}, shared_buffers ${database?.buffers}`,
  ];
}
