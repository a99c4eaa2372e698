import { enqueue } from "#db/queue.server";
import {
  type ClaimedRead,
  claimRead,
  findNextRead,
  finishRead,
  postponeRead,
} from "~/models/support/freshdesk/claim-reads.server";
import type { Tools } from "../tools.server";
import type { Account } from "./account";
import { findAccount, keepTrouble, workInParallel } from "./account-work.server";
import { backOff } from "./outcome-of";
import { readTicket } from "./read-ticket.server";

/** Reads the tickets that somebody asked for. */
export async function readTickets(tools: Tools): Promise<void> {
  const account = await findAccount(tools);
  if (!account) return;
  const { db, now } = account;
  await workInParallel(account, async () => {
    const claimed = await claimRead(db, now());
    if (claimed) await read(account, claimed);
    return claimed !== undefined;
  });
  const next = account.freshdesk.brokenBy ? undefined : await findNextRead(db);
  if (next) await enqueue(db, [{ name: "read-tickets", data: {}, ...(next > now() && { startAfter: next }) }]);
}

async function read(account: Account, claimed: ClaimedRead): Promise<void> {
  const { db, now, log } = account;
  try {
    await readTicket(account, claimed);
    await finishRead(db, claimed);
  } catch (error) {
    await keepTrouble(account, error);
    log.warn({ err: error, ticket: claimed.ticket }, "a ticket could not be read; it is tried again");
    await postponeRead(db, claimed.ticket, new Date(now().getTime() + backOff(claimed.tries)));
  }
}
