import type { QueueName } from "#db/queue.server";

/** What happens by the clock: the job, and when (minute, hour, day, month, weekday; UTC). */
export const recurring = {
  "send-due-mail": "* * * * *",
  "reconcile-freshdesk": "* * * * *",
  "check-freshdesk": "23 * * * *",
  "send-pages": "* * * * *",
  "ask-supporters": "*/10 * * * *",
  // Each scheduled entry has a job at its time; this is for those whose job was lost.
  "publish-due-entries": "*/10 * * * *",
  "publish-due-articles": "*/10 * * * *",
  "remind-article-owners": "40 6 * * *",
  // In the morning of most who speak our languages; at most one mail a day for each roadmap.
  "announce-roadmaps": "20 6 * * *",
  // On Mondays at 8, of which there is one in each time zone; none of them begins at other minutes.
  "send-weekly-reports": "*/15 * * * *",
  "clean-up": "17 3 * * *",
  "watch-promises": "* * * * *",
  // A change starts its own; this is for those whose job was lost.
  "renew-promises": "*/10 * * * *",
  "close-tickets": "7 * * * *",
  "forget-access": "*/10 * * * *",
  "refresh-search": "41 3 * * *",
  "refresh-wordings": "*/10 * * * *",
  "compare-revisions": "*/10 * * * *",
  "render-again": "*/10 * * * *",
  "refresh-figures": "* * * * *",
} as const satisfies Partial<Record<QueueName, string>>;
