import { FreshdeskError } from "~/integrations/freshdesk/freshdesk-error";
import type { TicketPage } from "~/integrations/freshdesk/list-tickets.server";
import { askForUnchecked, ringForDue } from "~/models/support/freshdesk/reconcile.server";
import { changeSettings, type FreshdeskSettingsRow, findSettings } from "~/models/support/freshdesk/settings.server";
import type { Tools } from "../tools.server";
import type { Account } from "./account";
import { findAccount, keepTrouble } from "./account-work.server";
import { hearRatings } from "./desk/hear-ratings.server";
import { takeInPage } from "./take-in-page.server";

const minute = 60_000;
/** Lists shift while they are read, and clocks differ: each pass begins so much before the end of the last one. */
const overlap = 2 * minute;
/** Milliseconds that one job takes at most; the next goes on where it stopped. */
const patience = 3 * minute;

type Cursor = "updatedUpTo" | "deletedUpTo" | "spamUpTo";

/**
 * Goes through what was updated since the last pass, and so finds whatever the webhooks lost. Keeps its place after
 * every page: a restart goes on from there.
 */
export async function reconcileFreshdesk(tools: Tools): Promise<void> {
  const { db, now } = tools;
  const account = await findAccount(tools);
  if (!account) return;
  await ringForDue(db, now());
  const until = Date.now() + patience;
  const { freshdesk } = account;
  const background = { priority: "background" as const };
  try {
    await pass(account, "updatedUpTo", (since) => freshdesk.listUpdatedSince(since, background), until);
    await pass(account, "deletedUpTo", (since) => freshdesk.listDeleted(since, background), until);
    await pass(account, "spamUpTo", (since) => freshdesk.listSpam(since, background), until);
    await hearRatings(account);
  } catch (error) {
    if (!(error instanceof FreshdeskError)) throw error;
    // The clock comes back every minute anyway.
    return keepTrouble(account, error);
  }
  await askForUnchecked(db, now());
  await changeSettings(db, { lastOkAt: now(), ...(Date.now() < until && { reconciledAt: now() }) });
}

async function pass(
  account: Account,
  cursor: Cursor,
  list: (since: Date) => AsyncGenerator<TicketPage>,
  until: number,
): Promise<void> {
  const { db, now } = account;
  const settings = await findSettings(db);
  const from = settings[cursor] ?? (await begin(account, cursor));
  let at = now();
  for await (const page of list(new Date(from.getTime() - overlap))) {
    await takeInPage(account, page, { state: stateOf[cursor], settings, at });
    await moveOn(account, cursor, page.upTo);
    if (Date.now() > until) return;
    at = now();
  }
}

const stateOf = { updatedUpTo: "here", deletedUpTo: "deleted", spamUpTo: "spam" } as const;

/** What was before the two were connected is nobody's news; linked tickets are read by their numbers. */
async function begin({ db, now }: Account, cursor: Cursor): Promise<Date> {
  const at = now();
  await changeSettings(db, { [cursor]: at });
  return at;
}

/** Never back, but for whoever wants everything gone through again. */
async function moveOn({ db }: Account, cursor: Cursor, upTo: Date): Promise<void> {
  const known: FreshdeskSettingsRow = await findSettings(db);
  if (upTo > (known[cursor] ?? new Date(0))) await changeSettings(db, { [cursor]: upTo });
}
