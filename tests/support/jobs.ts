import { sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import { positional, rows } from "#db/client.server";
import { enqueue, type QueueName, queues } from "#db/queue.server";
import { readEnv } from "~/env.server";
import { outboxMailer } from "~/integrations/mail/outbox";
import { openFolder } from "~/integrations/storage/folder.server";
import type { Tools } from "~/jobs/tools.server";
import { handlers } from "~/jobs/work.server";
import { createLog } from "~/log.server";
import { filesFolder, origin, secret } from "./app";
import { db, killAfter } from "./database";
import { portal } from "./portal";

interface Way {
  only?: QueueName;
  /** Each job twice, as where a worker died before it could say that it was done. */
  twice?: boolean;
  /** Workers die after the first step of a job, the second one, and so on, until one lives; this hears of each death. */
  died?(): Promise<void>;
}

/** Does all jobs that are waiting, and those that they cause, as a worker would. */
export async function runJobs(change: Partial<Tools> = {}, { twice = false, only, died }: Way = {}): Promise<void> {
  const executeSql = async (text: string, values: unknown[]) => ({
    rows: await rows(db, positional(text, values)),
    rowCount: 0,
  });
  const queue = new PgBoss({ db: { executeSql } });
  const env = readEnv({ NODE_ENV: "test", SESSION_SECRET: secret });
  const tools: Tools = {
    db,
    portal,
    env,
    log: createLog("silent"),
    mailer: outboxMailer,
    freshdesk: undefined,
    engine: undefined,
    providers: [],
    storage: openFolder(filesFolder),
    scan: undefined,
    pager: undefined,
    origin: change.origin ?? origin(),
    now: () => new Date(),
    ...change,
  };
  for (let found = true; found; ) {
    found = false;
    for (const name of only ? [only] : queues) {
      for (const job of await queue.fetch(name, { batchSize: 100 })) {
        found = true;
        const work = () => handlers[name](tools, job.data);
        for (let steps = 0; died && !(await killAfter(steps, work)); steps++) await died();
        if (!died || twice) await work();
        if (twice) await work();
        await queue.complete(name, job.id);
      }
    }
  }
}

/** A job that the clock would set going. */
export const enqueueNow = (name: QueueName): Promise<void> => enqueue(db, [{ name, data: {} }]);

/** What failed, or whose worker died, is to be tried again at once instead of after a while. */
export async function retryJobs(): Promise<void> {
  await db.execute(sql`update pgboss.job set state = 'retry', start_after = now() where state in ('active', 'retry')`);
}
