import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";

/** When the last migration was made that this database has had; milliseconds since 1970. */
export async function schemaVersion(db: Db): Promise<number> {
  const [last] = await rows<{ version: string }>(
    db,
    sql`select coalesce(max(created_at), 0)::text as version from drizzle.__drizzle_migrations`,
  );
  return Number(last?.version);
}
