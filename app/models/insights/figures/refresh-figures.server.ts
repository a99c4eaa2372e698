import { eq, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { figureSettings } from "#db/schema";
import { findEndOfComplete, isAfter, type Place } from "../../core/events/complete.server";
import { readSetting } from "../../core/settings/settings.server";
import { countAllDeskDays, countDeskDays } from "../desk/count-desk-days.server";
import { presets } from "./score";
import { holdFigureSettings } from "./settings.server";
import { updateFigures } from "./update-figures.server";
import { updateInsights } from "./update-insights.server";

/** Numbers of posts that are counted in one statement, so that others get their turn in between. */
const stride = 300;

/** Milliseconds: momentum changes by the clock alone, so all are counted now and then. */
const oftenEnough = 12 * 60 * 60_000;

/** Brings figures up to date: of posts that something happened to, or of all. Resolves to which of both. */
export async function refreshFigures(db: Db, { at = new Date() }: { at?: Date } = {}): Promise<"some" | "all"> {
  const settings = await db.transaction(holdFigureSettings);
  const { weights, countedBefore, countedAt, allCountedAt } = settings;
  const timeZone = await readSetting(db, "timeZone");
  const end = await findEndOfComplete(db);
  const isOld = !allCountedAt || at.getTime() - allCountedAt.getTime() > oftenEnough;
  // The days of the desk's figures are those of the portal's clock.
  const isAllDue = !countedBefore || isOld || settings.timeZone !== timeZone;
  // If it breaks off, all are due again at once; and whoever asks meanwhile is heard, as the mark is theirs then.
  const begun = new Date(at.getTime() - oftenEnough - 1);
  if (isAllDue) await db.update(figureSettings).set({ allCountedAt: begun });
  const count = { weights: weights ?? presets.sum, at };
  if (isAllDue) {
    await countAll(db, count);
    await updateInsights(db, { at });
    await countAllDeskDays(db, { timeZone, at });
  } else {
    const since = { place: { transactionId: countedBefore, id: 0 }, at: countedAt ?? at };
    await updateFigures(db, { ...count, which: sql`p.id in (${touchedSince(since)})` });
    await countDeskDays(db, { since: since.place, timeZone, at });
  }
  await db.update(figureSettings).set({ countedBefore: end.transactionId, countedAt: at, timeZone });
  if (isAllDue) await db.update(figureSettings).set({ allCountedAt: at }).where(eq(figureSettings.allCountedAt, begun));
  return isAllDue ? "all" : "some";
}

async function countAll(db: Db, count: Omit<Parameters<typeof updateFigures>[1], "which">) {
  const [last] = await rows<{ number: number }>(db, sql`select coalesce(max(number), 0) as number from posts`);
  for (let from = 1; from <= (last?.number ?? 0); from += stride) {
    await updateFigures(db, { ...count, which: sql`p.number between ${from} and ${from + stride - 1}` });
  }
  // The embedded database does not look at its tables by itself.
  await db.execute(sql`analyze post_figures`);
}

/**
 * Posts of events since, what those were merged into or set free from, and posts whose tickets were seen anew. Events of
 * transactions that others may still be in are read as soon as they are there, and then once more.
 */
const touchedSince = ({ place, at }: { place: Place; at: Date }) => sql`
  with touched as (
    select post_id as id from events where ${isAfter(place)} and post_id is not null
    union
    select (data ->> 'originalId')::uuid from events
      where ${isAfter(place)} and type in ('post.merged', 'post.unmerged')
    union
    select l.post_id from freshdesk_tickets t join freshdesk_links l on l.ticket = t.number
      where t.seen_at > ${at.toISOString()}::timestamptz - interval '10 minutes'
  )
  select id from touched union select merged_into from posts
    where id in (select id from touched) and merged_into is not null`;
