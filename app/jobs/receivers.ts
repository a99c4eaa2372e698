import type { QueueName } from "#db/queue.server";
import type { Env } from "~/env.server";

/** What there is to do only where there is somebody outside who receives it. */
const ofFreshdesk: QueueName[] = [
  "sync-freshdesk",
  "send-to-freshdesk",
  "read-tickets",
  "reconcile-freshdesk",
  "check-freshdesk",
];
const ofEngine: QueueName[] = ["index-post"];

/** The jobs that nobody would receive. Whoever connects Freshdesk or a search engine later starts anew, and with them. */
export function unreceived(env: Pick<Env, "FRESHDESK_DOMAIN" | "MEILISEARCH_HOST">): QueueName[] {
  return [...(env.FRESHDESK_DOMAIN ? [] : ofFreshdesk), ...(env.MEILISEARCH_HOST ? [] : ofEngine)];
}
