import type { Database } from "./client.server";

/** PostgreSQL when there is an address, otherwise the database embedded in this process. */
export async function openDatabase(where: { url?: string; dataDir: string }): Promise<Database> {
  if (where.url) {
    const { openServerDatabase } = await import("./server-database.server");
    return openServerDatabase(where.url);
  }
  const { openEmbeddedDatabase } = await import("./embedded-database.server");
  return openEmbeddedDatabase(where.dataDir);
}
