import type PgBoss from "pg-boss";
import type { QueueName } from "#db/queue.server";
import type { Consequence } from "~/models/events/consequences";
import { announceEntry } from "./announce-entry.server";
import { announceRoadmaps } from "./announce-roadmaps.server";
import { askSupporters } from "./ask-supporters.server";
import { checkUpload } from "./check-upload.server";
import { cleanUp } from "./clean-up.server";
import { compareRevisions } from "./compare-revisions.server";
import { exportPortal } from "./export-portal.server";
import { forgetTraces } from "./forget-traces.server";
import { checkFreshdesk } from "./freshdesk/check-freshdesk.server";
import { readTickets } from "./freshdesk/read-tickets.server";
import { reconcileFreshdesk } from "./freshdesk/reconcile-freshdesk.server";
import { sendToFreshdesk } from "./freshdesk/send-to-freshdesk.server";
import { syncFreshdesk } from "./freshdesk/sync-freshdesk.server";
import { importUpload } from "./import-upload.server";
import { indexPost } from "./index-post.server";
import { notifyPeople } from "./notify-people.server";
import { publishDueEntries } from "./publish-due-entries.server";
import { recurring } from "./recurring";
import { refreshFigures } from "./refresh-figures.server";
import { refreshSearch } from "./refresh-search.server";
import { refreshWordings } from "./refresh-wordings.server";
import { renderAgain } from "./render-again.server";
import { sendDueMail } from "./send-due-mail.server";
import { sendMail } from "./send-mail.server";
import { sendSignInMail } from "./send-sign-in-mail.server";
import type { Tools } from "./tools.server";
import { undoImport } from "./undo-import.server";

type Handler = (tools: Tools, data: unknown) => Promise<void>;

/** Who does which job; a consequence or a queue without a handler does not compile. */
export const handlers = {
  "send-sign-in-mail": sendSignInMail,
  "notify-people": notifyPeople,
  "send-mail": sendMail,
  "send-due-mail": sendDueMail,
  "forget-traces": forgetTraces,
  "sync-freshdesk": syncFreshdesk,
  "send-to-freshdesk": sendToFreshdesk,
  "read-tickets": readTickets,
  "reconcile-freshdesk": reconcileFreshdesk,
  "check-freshdesk": checkFreshdesk,
  "ask-supporters": askSupporters,
  "publish-due-entries": publishDueEntries,
  "announce-entry": announceEntry,
  "announce-roadmaps": announceRoadmaps,
  "clean-up": cleanUp,
  "index-post": indexPost,
  "refresh-search": refreshSearch,
  "refresh-wordings": refreshWordings,
  "render-again": renderAgain,
  "refresh-figures": refreshFigures,
  "compare-revisions": compareRevisions,
  "export-portal": exportPortal,
  "check-upload": checkUpload,
  "import-upload": importUpload,
  "undo-import": undoImport,
} satisfies Record<QueueName | Consequence, Handler>;

/** How many jobs are taken at a time; one where it is not said. Those of a batch that fails are done again together. */
const batches: Partial<Record<QueueName, number>> = { "sync-freshdesk": 20 };

/** Works on every queue, each on its own, until the queue is stopped. */
export async function work(queue: PgBoss, tools: Tools): Promise<void> {
  queue.on("error", (error) => tools.log.warn({ err: error }, "queue"));
  await queue.start();
  for (const [name, cron] of Object.entries(recurring)) await queue.schedule(name, cron);
  for (const [name, handle] of Object.entries(handlers)) {
    const options = { pollingIntervalSeconds: 0.5, batchSize: batches[name as QueueName] ?? 1 };
    await queue.work(name, options, async (jobs) => {
      for (const job of jobs) {
        try {
          await handle(tools, job.data);
        } catch (error) {
          tools.log.warn({ err: error, job: job.id, queue: name }, "job failed; it is tried again");
          throw error;
        }
      }
    });
  }
}
