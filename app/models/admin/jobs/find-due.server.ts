import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";

/** The queues in which a job's time has come. One look into the index of each, however long they are. */
export async function listDueQueues(db: Db): Promise<string[]> {
  const due = await rows<{ name: string }>(
    db,
    sql`select q.name from pgboss.queue q cross join lateral (
        select from pgboss.job j where j.name = q.name and j.state < 'active' and j.start_after < now() limit 1
      ) as due`,
  );
  return due.map(({ name }) => name);
}
