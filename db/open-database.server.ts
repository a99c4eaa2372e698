import type { Database } from "./client.server";

interface Where {
  url?: string;
  dataDir: string;
  /** Whether a server keeps the statements that come again; it has to be the same one behind a connection. */
  prepares?: boolean;
}

/** PostgreSQL when there is an address, otherwise the database embedded in this process. */
export async function openDatabase(where: Where): Promise<Database> {
  if (where.url) {
    const { openServerDatabase } = await import("./server-database.server");
    return openServerDatabase(where.url, undefined, undefined, { prepares: where.prepares });
  }
  const { openEmbeddedDatabase } = await import("./embedded-database.server");
  return openEmbeddedDatabase(where.dataDir);
}
