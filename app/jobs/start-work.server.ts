import type { Database } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import type { Env } from "~/env.server";
import { openAccount } from "~/integrations/freshdesk/open-account.server";
import type { Mailer } from "~/integrations/mail/mailer";
import { openMailer } from "~/integrations/mail/open-mailer.server";
import { openSearchEngine } from "~/integrations/search/open-search-engine.server";
import type { Log } from "~/log.server";
import { logPlainTexts } from "./log-plain-texts.server";
import { work } from "./work.server";

interface Work {
  database: Database;
  env: Env;
  log: Log;
  /** `https://feedback.example.com`, for links in mails. */
  origin: string;
  /** Closed at the end. */
  mailer?: Mailer;
}

/** Works on all jobs, in this process, until the returned function is called: jobs under way get time to end. */
export async function startWork({
  database,
  env,
  log,
  origin,
  mailer = openMailer(env),
}: Work): Promise<() => Promise<void>> {
  logPlainTexts(log);
  const { db } = database;
  const freshdesk = openAccount(env, log);
  const engine = openSearchEngine(env);
  const tools = { db, env, log, mailer, freshdesk, origin, engine, now: () => new Date() };
  const stopWork = await work({ database, tools });
  // Posts may be older than the index, and the engine may be new; whose key it is and what its account calls things may
  // have changed as well.
  await enqueue(db, [
    { name: "refresh-search", data: {} },
    { name: "check-freshdesk", data: {} },
  ]);
  return async () => {
    freshdesk?.close();
    await stopWork();
    await mailer.close();
  };
}
