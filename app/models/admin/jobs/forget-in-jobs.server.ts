import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";

/** Takes an address out of what failed jobs have to say; what is to be done names people by their ids only. */
export async function forgetInJobs(tx: Db, email: string): Promise<void> {
  for (const table of ["job", "archive"]) {
    await tx.execute(sql`update pgboss.${sql.raw(table)} set output = null
      where output is not null and strpos(lower(output::text), ${email}) > 0`);
  }
}
