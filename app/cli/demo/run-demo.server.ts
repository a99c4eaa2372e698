import { randomBytes } from "node:crypto";
import * as build from "virtual:remix/server-build";
import type { Database } from "#db/client.server";
import { readEnv } from "~/env.server";
import { explainStart } from "~/explain-start.server";
import { openStorage } from "~/integrations/storage/open-storage.server";
import { createLog } from "~/log.server";
import { start, stopOnSignal } from "~/start.server";
import { type DemoFreshdesk, linkDemoTickets, startDemoFreshdesk } from "./freshdesk.server";
import { storePictures } from "./pictures.server";
import { seedDemo } from "./seed-demo.server";
import { welcome } from "./welcome";

/** The outbox shows everybody's sign-in codes, so it is for this machine alone unless somebody says otherwise. */
const defaults = {
  HOST: "127.0.0.1",
  ADMIN_EMAIL: "ada@example.com",
  LOG_LEVEL: "warn",
  // The outbox answers mails as their readers would.
  INBOUND_DOMAIN: "in.example.com",
  INBOUND_SECRET: randomBytes(24).toString("hex"),
};

/**
 * Starts the portal with its outbox open, seeded when there is nothing in it yet; with `--freshdesk` beside a simulated
 * Freshdesk; or says why it cannot.
 */
export async function runDemo(): Promise<void> {
  try {
    const freshdesk = process.argv.includes("--freshdesk") ? await startDemoFreshdesk() : undefined;
    const env = readEnv(withDefaults({ ...process.env, ...(freshdesk && variablesOf(freshdesk)) }));
    const log = createLog(env.LOG_LEVEL);
    console.log("Opening the demo …");
    const prepare = async ({ db }: Database) => {
      if (await seedDemo(db)) await storePictures(openStorage(env));
      if (freshdesk) await linkDemoTickets(db, freshdesk.links);
    };
    const running = await start({ build, env, log, showsOutbox: true, prepare });
    freshdesk?.callBack(`${running.origin}/hooks/freshdesk`, env.FRESHDESK_WEBHOOK_SECRET ?? "");
    stopOnSignal(running, log);
    console.log(welcome(running.origin, env, freshdesk?.url));
  } catch (error) {
    console.error(explainStart(error));
    process.exit(1);
  }
}

const variablesOf = ({ url, apiKey }: DemoFreshdesk): Record<string, string> => ({
  FRESHDESK_DOMAIN: url,
  FRESHDESK_API_KEY: apiKey,
  FRESHDESK_EMAIL: "support@acme.example",
  FRESHDESK_WEBHOOK_SECRET: randomBytes(24).toString("hex"),
});

/** An empty value counts as absent, as everywhere. */
function withDefaults(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  return { ...defaults, ...given, NODE_ENV: "production" };
}
