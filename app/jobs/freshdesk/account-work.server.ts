import { FreshdeskError } from "~/integrations/freshdesk/freshdesk-error";
import { findSettings, isAtWork } from "~/models/support/freshdesk/settings.server";
import { noteOk, noteTrouble } from "~/models/support/freshdesk/trouble.server";
import type { Tools } from "../tools.server";
import type { Account } from "./account";

/** Milliseconds of one job, well within what the queue waits before it gives it to somebody else. */
const patience = 180_000;
const atATime = 4;

/** The account to work with; undefined while there is none, or nobody wants it, or its key is refused. */
export async function findAccount(tools: Tools): Promise<Account | undefined> {
  const { db, freshdesk } = tools;
  if (!freshdesk) return undefined;
  const settings = await findSettings(db);
  // An administrator had it go on: perhaps the key is right by now.
  if (freshdesk.brokenBy?.kind === "unauthorized" && !settings.brokenAt) freshdesk.reset();
  return isAtWork(settings) ? { ...tools, freshdesk } : undefined;
}

/** Has several at it, until there is nothing left to do or the time is up. `next` says whether it did something. */
export async function workInParallel({ db, freshdesk, now }: Account, next: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + patience;
  let done = 0;
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      while (Date.now() < until && !freshdesk.brokenBy && (await next())) done += 1;
    }),
  );
  if (done > 0 && !freshdesk.brokenBy) await noteOk(db, now());
}

/** Keeps what went wrong between us, for administrators; a refused key stops everything. */
export async function keepTrouble({ db, now }: Tools, error: unknown): Promise<void> {
  if (!(error instanceof FreshdeskError)) return;
  await noteTrouble(db, { message: error.message, isBroken: error.kind === "unauthorized", at: now() });
}
