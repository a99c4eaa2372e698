import type { Database } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import type { Env } from "~/env.server";
import { closeOutside, type Outside } from "~/integrations/open-outside.server";
import type { Log } from "~/log.server";
import type { PortalStore } from "~/models/core/settings/settings.server";
import { logPlainTexts } from "./log-plain-texts.server";
import { work } from "./work.server";

interface Work {
  database: Database;
  portal: PortalStore;
  env: Env;
  log: Log;
  /** `https://feedback.example.com`, for links in mails. */
  origin: string;
  /** Closed at the end. */
  outside: Outside;
}

/** Works on all jobs, in this process, until the returned function is called: jobs under way get time to end. */
export async function startWork({ database, portal, env, log, origin, outside }: Work): Promise<() => Promise<void>> {
  logPlainTexts(log);
  const { db } = database;
  const stopWork = await work({ database, tools: { db, portal, env, log, origin, now: () => new Date(), ...outside } });
  // Posts may be older than the index, and the engine may be new; whose key it is and what its account calls things may
  // have changed as well.
  await enqueue(db, [
    { name: "refresh-search", data: {} },
    { name: "check-freshdesk", data: {} },
  ]);
  return async () => {
    // What waits for its turn there would have jobs wait for it.
    outside.freshdesk?.close();
    await stopWork();
    await closeOutside(outside);
  };
}
