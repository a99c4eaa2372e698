import { lt, min, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { freshdeskSettings, freshdeskWrites } from "#db/schema";
import { isFirst } from "./claim-writes.server";
import { changeSettings } from "./settings.server";

/** Freshdesk answered as it should. */
export const noteOk = (db: Db, at: Date): Promise<void> => changeSettings(db, { lastOkAt: at });

/** Something went wrong between us; with `isBroken` nothing goes on until an administrator has seen to it. */
export async function noteTrouble(
  db: Db,
  { message, isBroken, at }: { message: string; isBroken: boolean; at: Date },
): Promise<void> {
  await changeSettings(db, { lastError: message, lastErrorAt: at, ...(isBroken && { brokenAt: at }) });
}

/** Trouble with Freshdesk that staff are warned of on every page. */
export interface FreshdeskTrouble {
  /** Since when the key is refused. */
  brokenAt: Date | null;
  /** Since when the oldest write waits, if that is too long. */
  waitingSince: Date | null;
}

const mine = alias(freshdeskWrites, "mine");
const patience = 15 * 60_000;

/** Freshdesk is in trouble when its key is refused, or when a write has waited for a quarter of an hour. */
export async function findFreshdeskTrouble(db: Db, at = new Date()): Promise<FreshdeskTrouble | undefined> {
  const { brokenAt, pausedAt, disconnectedAt } = freshdeskSettings;
  const [[settings], [oldest]] = await Promise.all([
    db.select({ brokenAt, pausedAt, disconnectedAt }).from(freshdeskSettings),
    db
      .select({ since: min(mine.createdAt) })
      .from(mine)
      .where(
        // What waits for a ticket that was refused, waits for somebody to send it again.
        sql`${isFirst} and ${mine.state} in ('queued', 'sending', 'uncertain') and ${lt(mine.createdAt, new Date(at.getTime() - patience))}`,
      ),
  ]);
  if (settings?.disconnectedAt) return undefined;
  const waitingSince = settings?.pausedAt ? null : (oldest?.since ?? null);
  return settings?.brokenAt || waitingSince ? { brokenAt: settings?.brokenAt ?? null, waitingSince } : undefined;
}
