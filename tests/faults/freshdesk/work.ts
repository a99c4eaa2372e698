import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { type Database, rows } from "#db/client.server";
import type { Freshdesk } from "../../../fakes/freshdesk/freshdesk";
import { startChild, stopChild } from "../../bench/child";
import { untilReady } from "../../bench/until-ready";

/** The portal in processes of its own: one with the pages and the hook, two that work on jobs. */
interface Portal {
  origin: string;
  kills: number;
  /** Kills a worker in the middle of whatever it does, and starts another. */
  killOne(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPortal(url: string, freshdesk: Freshdesk, port: number, webhookSecret: string) {
  const origin = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    DATABASE_URL: url,
    SESSION_SECRET: "a secret that lasts as long as this run",
    HOST: "127.0.0.1",
    PORT: String(port),
    BASE_URL: origin,
    LOG_LEVEL: "fatal",
    MAIL: "none",
    RATE_LIMITS: "off",
    FRESHDESK_DOMAIN: freshdesk.url,
    FRESHDESK_API_KEY: freshdesk.apiKey,
    FRESHDESK_WEBHOOK_SECRET: webhookSecret,
  };
  const web = startChild("build/server/main.js", { ...env, JOBS: "elsewhere" });
  const startWorker = () => startChild("build/server/worker.js", env);
  const workers: ChildProcess[] = [startWorker(), startWorker()];
  await untilReady(origin, web);
  const portal: Portal = {
    origin,
    kills: 0,
    async killOne() {
      const [victim] = workers.splice(0, 1);
      if (!victim || victim.exitCode !== null) throw new Error("A worker ended by itself.");
      victim.kill("SIGKILL");
      await once(victim, "exit");
      portal.kills += 1;
      workers.push(startWorker());
    },
    async stop() {
      await Promise.all([web, ...workers].map(stopChild));
    },
  };
  return portal;
}

/** What the queue does by itself after five minutes, at once: jobs of dead workers are given to others. */
export async function passTime({ db }: Database): Promise<void> {
  await db.execute(sql`update pgboss.job set state = 'retry', start_after = now(), retry_limit = 1000
    where state = 'retry' or state = 'active' and started_on <= now() - interval '30 seconds'
      and name in ('sync-freshdesk', 'notify-people', 'send-mail')`);
}

/** How much is still to be done. */
export async function countLeft({ db }: Database): Promise<{ writes: number; reads: number; events: number }> {
  const [left] = await rows<{ writes: number; reads: number; events: number }>(
    db,
    sql`select
      (select count(*)::int from freshdesk_writes where state in ('queued', 'sending', 'uncertain')) as writes,
      (select count(*)::int from freshdesk_reads) as reads,
      (select count(*)::int from pgboss.job where name = 'sync-freshdesk' and state < 'completed') as events`,
  );
  return left ?? { writes: 0, reads: 0, events: 0 };
}

/** When the last whole pass over Freshdesk ended. */
export async function findReconciled({ db }: Database): Promise<number> {
  const [found] = await rows<{ at: number | null }>(
    db,
    sql`select (extract(epoch from reconciled_at) * 1000)::float8 as at from freshdesk_settings`,
  );
  return found?.at ?? 0;
}
