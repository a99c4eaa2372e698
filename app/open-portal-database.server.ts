import type { Database } from "#db/client.server";
import { leaveOut } from "#db/messages.server";
import { openDatabase } from "#db/open-database.server";
import type { Env } from "./env.server";
import { unreceived } from "./jobs/receivers";

/** The database that the environment names. */
export async function openPortalDatabase(env: Env): Promise<Database> {
  const prepares = env.DATABASE_PREPARE === "yes";
  const database = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR, prepares });
  leaveOut(database.db, unreceived(env));
  return database;
}
