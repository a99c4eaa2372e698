import path from "node:path";
import type { Env } from "~/env.server";

const ownMachine = ["127.0.0.1", "::1", "localhost"];

/** What somebody who has just started the demo wants to know. */
export function welcome(origin: string, env: Env, freshdesk?: string): string {
  const codes = env.SMTP_URL ? "is mailed through SMTP_URL" : `is in ${origin}/dev/outbox`;
  return [
    `The demo is ready: ${origin}`,
    `Sign in at ${origin}/sign-in; the code ${codes}.`,
    `  administrator ${env.ADMIN_EMAIL}, maintainer mona@example.com, member ben@example.com`,
    `  agent gus@example.com, who has the tickets in ${origin}/staff/support`,
    ...(freshdesk ? [`Its Freshdesk, as agents see it: ${freshdesk} (agent gus@example.com)`] : []),
    whereDataLies(env),
    ...warning(env),
    "Stop it with Ctrl+C.",
  ].join("\n");
}

function whereDataLies(env: Env): string {
  if (env.DATABASE_URL) return "The data is in the database of DATABASE_URL. An empty one starts afresh.";
  return `The data is in ${path.resolve(env.DATA_DIR)} and stays there. Delete that folder to start afresh.`;
}

function warning({ HOST }: Env): string[] {
  if (ownMachine.includes(HOST)) return [];
  return [`HOST is ${HOST}: whoever reaches this address can read the sign-in codes, too.`];
}
