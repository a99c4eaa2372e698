import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { announceJobs } from "#db/queue.server";
import { DomainError } from "../../core/domain-error";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { abandonMail } from "../../telling/deliveries/abandon-mail.server";

interface Choice {
  viewer: User;
  queue: string;
  /** One job; otherwise all of the queue. */
  id?: string;
}

/** Has jobs that failed done at once, the dead ones as if they had never been tried. Resolves to how many. */
export async function retryJobs(db: Db, { viewer, queue, id }: Choice): Promise<number> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const retried = await rows(
    db,
    sql`update pgboss.job
      set start_after = now(),
        state = 'retry',
        completed_on = null,
        started_on = case state when 'failed' then null else started_on end,
        retry_count = case state when 'failed' then 0 else retry_count end
      where name = ${queue} and state in ('retry', 'failed') ${id ? sql`and id = ${id}` : sql``}
      returning id`,
  );
  if (retried.length > 0) await announceJobs(db, [queue]);
  return retried.length;
}

/**
 * Forgets a job that failed, or all dead ones of a queue; mails that only it would have sent have failed. Resolves to
 * how many. Throws `forbidden`.
 */
export async function discardJobs(db: Db, { viewer, queue, id }: Choice): Promise<number> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  return db.transaction(async (tx) => {
    const which = id ? sql`id = ${id} and state in ('retry', 'failed')` : sql`state = 'failed'`;
    const discarded = await rows<{ batchId: string | null; signInId: string | null }>(
      tx,
      sql`delete from pgboss.job where name = ${queue} and ${which}
        returning data ->> 'batchId' as "batchId", data ->> 'signInId' as "signInId"`,
    );
    const batchIds = discarded.flatMap(({ batchId }) => batchId ?? []);
    const ids = discarded.flatMap(({ signInId }) => signInId ?? []);
    if (batchIds.length + ids.length > 0) await abandonMail(tx, { ids, batchIds });
    return discarded.length;
  });
}
