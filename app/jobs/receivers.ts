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

const ofPager: QueueName[] = ["send-pages"];

type Named = Pick<Env, "FRESHDESK_DOMAIN" | "MEILISEARCH_HOST" | "PAGERDUTY_ROUTING_KEY">;

/** The jobs that nobody would receive. Whoever connects one of these services later starts anew, and with them. */
export function unreceived(env: Named): QueueName[] {
  return [
    ...(env.FRESHDESK_DOMAIN ? [] : ofFreshdesk),
    ...(env.MEILISEARCH_HOST ? [] : ofEngine),
    ...(env.PAGERDUTY_ROUTING_KEY ? [] : ofPager),
  ];
}
