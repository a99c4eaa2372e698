import type { Env } from "~/env.server";
import type { Log } from "~/log.server";
import { type Freshdesk, openFreshdesk } from "./open-freshdesk.server";

/** The account that the environment names; undefined without one. Once per process: it keeps to the limit. */
export function openAccount(env: Env, log: Log): Freshdesk | undefined {
  const { FRESHDESK_DOMAIN: domain, FRESHDESK_API_KEY: apiKey } = env;
  return domain && apiKey ? openFreshdesk({ domain, apiKey, log }) : undefined;
}
