import { sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import { type Database, type Db, positional, rows } from "./client.server";
import { channel, deliverHere, isReceived, messageId, payloadOf, publish } from "./messages.server";

/** Every kind of job, each with a queue of its own: a stuck one holds up no other. */
export const queues = [
  "send-sign-in-mail",
  "notify-people",
  "send-mail",
  "send-due-mail",
  "forget-traces",
  "forget-access",
  "sync-freshdesk",
  "send-to-freshdesk",
  "read-tickets",
  "reconcile-freshdesk",
  "check-freshdesk",
  "ask-supporters",
  "publish-due-entries",
  "publish-due-articles",
  "remind-article-owners",
  "announce-entry",
  "announce-sign-in-change",
  "announce-roadmaps",
  "clean-up",
  "index-post",
  "refresh-search",
  "refresh-wordings",
  "refresh-synonyms",
  "render-again",
  "refresh-figures",
  "compare-revisions",
  "export-portal",
  "check-upload",
  "import-articles",
  "import-upload",
  "undo-import",
  "drop-file",
  "mail-ticket",
  "read-mail",
  "fetch-mail",
  "close-tickets",
  "learn-ticket",
  "route-ticket",
  "watch-promises",
  "renew-promises",
  "send-pages",
  "escalate-ticket",
  "send-weekly-reports",
] as const;

export type QueueName = (typeof queues)[number];

export interface NewJob {
  name: QueueName;
  data: object;
  /** Not before then. */
  startAfter?: Date;
}

/** Jobs that say "see what there is to do": while one waits, another adds nothing. */
const deduplicated: readonly QueueName[] = [
  "send-to-freshdesk",
  "read-tickets",
  "reconcile-freshdesk",
  "check-freshdesk",
  "refresh-figures",
  "refresh-synonyms",
  "watch-promises",
  "renew-promises",
  "send-pages",
  "send-weekly-reports",
];

/** Never started: it only words the statements that `enqueue` runs. */
const wording = new PgBoss({ db: { executeSql: () => Promise.reject(new Error("not connected")) } });

/**
 * Adds jobs in `db`'s transaction: they exist if and only if it commits, and whoever works hears of them then. Of what
 * nobody receives, none is added.
 */
export async function enqueue(db: Db, jobs: NewJob[]): Promise<void> {
  const received = jobs.filter(({ name }) => isReceived(db, name));
  if (received.length === 0) return;
  const message = { id: messageId(), topic: "jobs", text: wordJobs(received.map(({ name }) => name)) } as const;
  const executeSql = async (text: string, values: unknown[]) => ({
    // The queue's own statement, which tells of what it added.
    rows: await rows(
      db,
      positional(`${text} returning pg_notify('${channel}', $${values.length + 1})`, [...values, payloadOf(message)]),
    ),
    rowCount: 0,
  });
  // One for later must not stand in the way of one for now.
  const worded = received.map(({ startAfter, ...job }) =>
    startAfter ? { ...job, startAfter: startAfter.toISOString(), singletonKey: "later" } : job,
  );
  await wording.insert(worded as never, { db: { executeSql } } as never);
  deliverHere(db, message);
}

const wordJobs = (names: string[]): string => [...new Set(names)].join(" ");

/** Lets whoever works know that jobs of these queues have come due, where nothing was added. */
export const announceJobs = (db: Db, names: string[]): Promise<void> => publish(db, "jobs", wordJobs(names));

/** The queues that a message about jobs tells of. */
export const readJobs = (text: string): string[] => text.split(" ");

/** The queue itself, to be started by whoever works on jobs. */
export function openQueue(database: Database, options: Partial<PgBoss.ConstructorOptions> = {}): PgBoss {
  // Dead jobs stay where staff can see and retry them; done ones go after half a day. Its upkeep is ours
  // (app/jobs/work.server.ts), since it would try a job again that ends every process.
  const pace = { supervise: false, archiveFailedAfterSeconds: 90 * 24 * 60 * 60, cronWorkerIntervalSeconds: 10 };
  return new PgBoss({ ...database.queueConnection, ...pace, ...options } as PgBoss.ConstructorOptions);
}

/**
 * Tries and back-off: 12 tries, 5 seconds after the first, twice as long each time, about half a day in all. A job
 * whose worker died is given to another after five minutes.
 */
const patience = { retryLimit: 12, retryDelay: 5, retryBackoff: true, expireInSeconds: 300 };

export async function installQueues(database: Database): Promise<void> {
  const boss = openQueue(database, { schedule: false });
  await boss.start();
  const known = await boss.getQueues();
  for (const name of queues) {
    const options = {
      name,
      ...patience,
      policy: deduplicated.includes(name) ? ("short" as const) : ("standard" as const),
    };
    const before = known.find((queue) => queue.name === name);
    if (before && isLike(before, options)) continue;
    await boss.createQueue(name, options);
    await boss.updateQueue(name, options);
  }
  await boss.stop({ graceful: false });
}

/** At most starts there is nothing to do, so nothing is done: a start should be quick. */
const isLike = (before: PgBoss.Queue, options: PgBoss.Queue): boolean =>
  Object.entries(options).every(([key, value]) => before[key as keyof PgBoss.Queue] === value);

/** Forgets all jobs that nobody has begun: a history that was made up has no consequences. */
export async function dropJobs(db: Db): Promise<void> {
  await db.execute(sql`delete from pgboss.job where state in ('created', 'retry')`);
}
