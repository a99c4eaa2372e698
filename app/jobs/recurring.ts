import type { QueueName } from "#db/queue.server";

/** What happens by the clock: the job, and when (minute, hour, day, month, weekday; UTC). */
export const recurring = {
  "send-due-mail": "* * * * *",
  "reconcile-freshdesk": "* * * * *",
  "check-freshdesk": "23 * * * *",
  "clean-up": "17 3 * * *",
  "refresh-search": "41 3 * * *",
  "refresh-wordings": "*/10 * * * *",
} as const satisfies Partial<Record<QueueName, string>>;
