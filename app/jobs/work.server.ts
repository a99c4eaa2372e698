import { setTimeout as pause } from "node:timers/promises";
import PQueue from "p-queue";
import type PgBoss from "pg-boss";
import type { Database, Db } from "#db/client.server";
import { isReceived } from "#db/messages.server";
import { openQueue, type QueueName, readJobs } from "#db/queue.server";
import { listDueQueues } from "~/models/admin/jobs/find-due.server";
import { freeOrphans } from "~/models/admin/jobs/orphans.server";
import type { Consequence } from "~/models/core/events/consequences";
import { announceEntry } from "./announce-entry.server";
import { announceRoadmaps } from "./announce-roadmaps.server";
import { announceSignInChange } from "./announce-sign-in-change.server";
import { askSupporters } from "./ask-supporters.server";
import { checkUpload } from "./check-upload.server";
import { cleanUp } from "./clean-up.server";
import { closeTickets } from "./close-tickets.server";
import { compareRevisions } from "./compare-revisions.server";
import { createDrain } from "./drain.server";
import { dropFile } from "./drop-file.server";
import { escalateTicket } from "./escalate-ticket.server";
import { exportPortal } from "./export-portal.server";
import { fetchMail } from "./fetch-mail.server";
import { forgetAccess } from "./forget-access.server";
import { forgetTraces } from "./forget-traces.server";
import { checkFreshdesk } from "./freshdesk/check-freshdesk.server";
import { readTickets } from "./freshdesk/read-tickets.server";
import { reconcileFreshdesk } from "./freshdesk/reconcile-freshdesk.server";
import { sendToFreshdesk } from "./freshdesk/send-to-freshdesk.server";
import { syncFreshdesk } from "./freshdesk/sync-freshdesk.server";
import { importArticles } from "./import-articles.server";
import { importUpload } from "./import-upload.server";
import { indexPost } from "./index-post.server";
import { learnTicket } from "./learn-ticket.server";
import { loadOf } from "./loads";
import { mailTicket } from "./mail-ticket.server";
import { notifyPeople } from "./notify-people.server";
import { publishDueArticles } from "./publish-due-articles.server";
import { publishDueEntries } from "./publish-due-entries.server";
import { readMail } from "./read-mail.server";
import { recurring } from "./recurring";
import { refreshFigures } from "./refresh-figures.server";
import { refreshSearch } from "./refresh-search.server";
import { refreshSynonyms } from "./refresh-synonyms.server";
import { refreshWordings } from "./refresh-wordings.server";
import { remindArticleOwners } from "./remind-article-owners.server";
import { renderAgain } from "./render-again.server";
import { renewPromises } from "./renew-promises.server";
import { repeat } from "./repeat.server";
import { routeTicket } from "./route-ticket.server";
import { sendDueMail } from "./send-due-mail.server";
import { sendMail } from "./send-mail.server";
import { sendPages } from "./send-pages.server";
import { sendSignInMail } from "./send-sign-in-mail.server";
import { sendWeeklyReports } from "./send-weekly-reports.server";
import { takeBatch } from "./take-batch.server";
import type { Tools } from "./tools.server";
import { undoImport } from "./undo-import.server";
import { watchPromises } from "./watch-promises.server";

type Handler = (tools: Tools, data: unknown) => Promise<void>;

/** Who does which job; a consequence or a queue without a handler does not compile. */
export const handlers = {
  "send-sign-in-mail": sendSignInMail,
  "notify-people": notifyPeople,
  "send-mail": sendMail,
  "send-due-mail": sendDueMail,
  "forget-traces": forgetTraces,
  "forget-access": forgetAccess,
  "sync-freshdesk": syncFreshdesk,
  "send-to-freshdesk": sendToFreshdesk,
  "read-tickets": readTickets,
  "reconcile-freshdesk": reconcileFreshdesk,
  "check-freshdesk": checkFreshdesk,
  "ask-supporters": askSupporters,
  "publish-due-articles": publishDueArticles,
  "remind-article-owners": remindArticleOwners,
  "publish-due-entries": publishDueEntries,
  "announce-entry": announceEntry,
  "announce-sign-in-change": announceSignInChange,
  "announce-roadmaps": announceRoadmaps,
  "clean-up": cleanUp,
  "index-post": indexPost,
  "refresh-search": refreshSearch,
  "refresh-wordings": refreshWordings,
  "refresh-synonyms": refreshSynonyms,
  "render-again": renderAgain,
  "refresh-figures": refreshFigures,
  "compare-revisions": compareRevisions,
  "export-portal": exportPortal,
  "check-upload": checkUpload,
  "import-articles": importArticles,
  "import-upload": importUpload,
  "undo-import": undoImport,
  "drop-file": dropFile,
  "mail-ticket": mailTicket,
  "learn-ticket": learnTicket,
  "route-ticket": routeTicket,
  "send-pages": sendPages,
  "escalate-ticket": escalateTicket,
  "send-weekly-reports": sendWeeklyReports,
  "read-mail": readMail,
  "fetch-mail": fetchMail,
  "close-tickets": closeTickets,
  "watch-promises": watchPromises,
  "renew-promises": renewPromises,
} satisfies Record<QueueName | Consequence, Handler>;

/** Milliseconds: how often somebody looks at all queues, and for jobs of dead workers and old ones. */
const pace = { look: 3000, tend: 60_000 };
/** Milliseconds that jobs under way have to end when the worker stops. */
const patience = 5000;

interface Work {
  database: Database;
  tools: Tools;
  /** Where it is not as usual. */
  pace?: Partial<typeof pace>;
  doing?: Record<string, Handler>;
}

/**
 * Works on all queues, each on its own, until the returned function is called. Woken by those who add jobs; what comes
 * due later, and what it was not told of, it finds by looking.
 */
export async function work({ database, tools, doing = handlers, ...rest }: Work): Promise<() => Promise<void>> {
  const { db, log } = tools;
  const { look, tend } = { ...pace, ...rest.pace };
  const queue = openQueue(database);
  const warn = (error: unknown) => log.warn({ err: error }, "queue");
  queue.on("error", warn);
  await queue.start();
  await setClock(queue, db);
  let isStopping = false;
  const taken = new Map<string, string>();
  const shared = { queue, tools, taken, suspects: new PQueue({ concurrency: 1 }), isStopping: () => isStopping };
  const drains = new Map(
    Object.entries(doing).map(([name, handle]) => {
      const line = { ...shared, name, handle, load: loadOf(name as QueueName) };
      return [name, createDrain(() => takeBatch(line), warn)];
    }),
  );
  const wake = (names: string[]) => {
    for (const name of names) drains.get(name)?.wake();
  };
  const every = [
    repeat(look, async () => wake(await listDueQueues(db)), warn),
    repeat(tend, () => tendQueues(queue, db), warn),
  ];
  const listening = database.listen({
    topic: "jobs",
    received: (text) => wake(readJobs(text)),
    missed: () => wake(Object.keys(doing)),
  });
  return async () => {
    isStopping = true;
    await listening.close();
    await Promise.all(every.map((stop) => stop()));
    const ends = Promise.all([...drains.values()].map((drain) => drain.stop()));
    await Promise.race([ends, pause(patience, undefined, { ref: false })]);
    const stopped = new Error("The worker stopped while it was at this job.");
    for (const [id, name] of taken) await queue.fail(name, id, stopped).catch(warn);
    await queue.stop({ graceful: false });
  };
}

/** Schedules the recurring jobs that some process receives, and unschedules the others. */
async function setClock(queue: PgBoss, db: Db): Promise<void> {
  for (const [name, cron] of Object.entries(recurring)) {
    if (isReceived(db, name)) await queue.schedule(name, cron);
    else await queue.unschedule(name);
  }
}

async function tendQueues(queue: PgBoss, db: Db): Promise<void> {
  await freeOrphans(db);
  await queue.maintain();
}
