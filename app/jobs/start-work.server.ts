import type { Database } from "#db/client.server";
import { openQueue } from "#db/queue.server";
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
  const queue = openQueue(database);
  const freshdesk = openAccount(env, log);
  await work(queue, {
    db: database.db,
    env,
    log,
    mailer,
    freshdesk,
    origin,
    engine: openSearchEngine(env),
    now: () => new Date(),
  });
  // Posts may be older than the index, and the engine may be new.
  await queue.send("refresh-search", {});
  // Whose key it is and what its account calls things may have changed as well.
  if (freshdesk) await queue.send("check-freshdesk", {});
  return async () => {
    freshdesk?.close();
    await queue.stop({ timeout: 5000 });
    await mailer.close();
  };
}
