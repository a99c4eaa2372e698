import { v7 as uuid } from "uuid";
import { enqueue } from "#db/queue.server";
import type { PageAnswer, PageEvent, Pager } from "~/integrations/pagerduty/pager";
import { type ClaimedPage, claimPage, findNextPage, findPageFacts } from "~/models/support/paging/claim-page.server";
import { type PageOutcome, settlePage } from "~/models/support/paging/settle-page.server";
import { pageWords } from "./page-words.server";
import type { Tools } from "./tools.server";

const second = 1000;
const minute = 60 * second;

/** Milliseconds of one job, well within what the queue waits before it gives it to somebody else. */
const patience = 180 * second;

/** Milliseconds after which a page is given up: nobody has to be woken by what is long over. */
const longest = { trigger: 30 * minute, acknowledge: 24 * 60 * minute, resolve: 24 * 60 * minute };

/** Tells PagerDuty what waits to be told, each until it has it: with the same key, it takes the same event once. */
export async function sendPages(tools: Tools): Promise<void> {
  const { db, pager, now } = tools;
  if (!pager) return;
  const leaseId = uuid();
  const until = Date.now() + patience;
  while (Date.now() < until) {
    const page = await claimPage(db, leaseId, now());
    if (!page) break;
    await settlePage(db, leaseId, page, outcomeOf(await send(tools, pager, page), page, now()), now());
  }
  const next = await findNextPage(db);
  if (next) await enqueue(db, [{ name: "send-pages", data: {}, ...(next > now() && { startAfter: next }) }]);
}

async function send(tools: Tools, pager: Pager, page: ClaimedPage): Promise<PageAnswer> {
  const event = await eventOf(tools, page);
  return event ? pager.send(event) : { outcome: "refused", text: "" };
}

/** Undefined where the ticket is gone. */
async function eventOf(tools: Tools, page: ClaimedPage): Promise<PageEvent | undefined> {
  const { ticketId, reason, round, action } = page;
  const key = `groundswell:${ticketId}:${reason}:${round}`;
  if (action !== "trigger") return { action, key };
  const facts = await findPageFacts(tools.db, ticketId);
  return facts && { action, key, words: await pageWords(tools, { ...facts, reason, at: new Date(page.askedAt) }) };
}

/** Milliseconds before the next try: twice as long each time, up to ten minutes. */
const backOff = (first: number, attempts: number): number => Math.min(10 * minute, first * 2 ** (attempts - 1));

function outcomeOf({ outcome, text: answer }: PageAnswer, page: ClaimedPage, now: Date): PageOutcome {
  if (outcome === "taken") return { state: "taken", answer };
  if (outcome === "refused" || now.getTime() - page.askedAt > longest[page.action]) return { state: "failed", answer };
  const isBusy = outcome === "busy";
  const dueAt = new Date(now.getTime() + backOff(isBusy ? 30 * second : 5 * second, page.attempts));
  return { state: "waiting", answer, dueAt, isBusy };
}
