import { v7 as uuid } from "uuid";
import { enqueue } from "#db/queue.server";
import { askForFreshdeskTickets } from "~/models/support/freshdesk/ask-for-tickets.server";
import { type Claimed, claimWrite, findNextDue, renewLeases } from "~/models/support/freshdesk/claim-writes.server";
import { settleWrite, type WriteOutcome } from "~/models/support/freshdesk/settle-write.server";
import type { Tools } from "../tools.server";
import type { Account } from "./account";
import { findAccount, keepTrouble, workInParallel } from "./account-work.server";
import { outcomeOf } from "./outcome-of";
import { findArrived, sendWrite } from "./send-write.server";

const renewEvery = 15_000;

/**
 * Sends what waits to be written, each once: the write is marked before it goes out, and one whose fate nobody knows
 * is looked for in Freshdesk before it is sent again.
 */
export async function sendToFreshdesk(tools: Tools): Promise<void> {
  const account = await findAccount(tools);
  if (!account) return;
  const { db, now } = account;
  const leaseId = uuid();
  const renewing = setInterval(() => void renewLeases(db, leaseId, now()).catch(() => {}), renewEvery);
  try {
    await workInParallel(account, async () => {
      const write = await claimWrite(db, leaseId, now());
      if (write) await settle(account, leaseId, write);
      return write !== undefined;
    });
  } finally {
    clearInterval(renewing);
  }
  await ringLater(account);
}

async function settle(account: Account, leaseId: string, write: Claimed): Promise<void> {
  const { db, now } = account;
  const outcome = await attempt(account, write);
  await settleWrite(db, leaseId, write, outcome, now());
  if (outcome.state === "dropped" && outcome.reason === "ticket-gone" && write.ticket) {
    await askForFreshdeskTickets(db, { numbers: [write.ticket], at: now() });
  }
}

async function attempt(account: Account, write: Claimed): Promise<WriteOutcome> {
  let isLooking = write.mayBeThere;
  try {
    const arrived = write.mayBeThere ? await findArrived(account, write) : undefined;
    if (arrived) return { state: "done", remoteId: arrived, wasFound: true };
    isLooking = false;
    return await sendWrite(account, write);
  } catch (error) {
    await keepTrouble(account, error);
    const { attempts, createdAt } = write;
    return outcomeOf(error, { attempts, createdAt, now: account.now(), isLooking });
  }
}

/** Queues this job again for the time at which the next write is due. */
async function ringLater({ db, now, freshdesk }: Account): Promise<void> {
  if (freshdesk.brokenBy) return;
  const next = await findNextDue(db);
  if (!next) return;
  await enqueue(db, [{ name: "send-to-freshdesk", data: {}, ...(next > now() && { startAfter: next }) }]);
}
