import type { QueueName } from "#db/queue.server";

export interface Load {
  /** How many jobs are taken at a time. */
  batch: number;
  /** How many of them are done at a time. */
  atATime: number;
}

/** Where a job may take long, or has the world outside to wait for, others get the next one. */
const single: Load = { batch: 1, atATime: 1 };

const several: Partial<Record<QueueName, Load>> = {
  "send-sign-in-mail": { batch: 10, atATime: 5 },
  "notify-people": { batch: 40, atATime: 4 },
  "index-post": { batch: 40, atATime: 4 },
  // In the order in which things happened.
  "sync-freshdesk": { batch: 20, atATime: 1 },
};

export const loadOf = (name: QueueName): Load => several[name] ?? single;
