import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { embeddedExtensions as extensions } from "#db/embedded-extensions.server";

/** Has everybody who is signed in at a portal that is not running have been so for an hour. */
export async function ageSessions(folder: string): Promise<void> {
  const pglite = await PGlite.create({ dataDir: path.join(folder, "postgres"), extensions });
  await pglite.exec("update sessions set created_at = now() - interval '1 hour'");
  await pglite.close();
}
