import { eq, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { demandSettings } from "#db/schema";
import { countFigures } from "./count-figures.server";
import { countInsights } from "./count-insights.server";
import { presets } from "./score";
import { holdDemandSettings } from "./settings.server";

/** Numbers of posts that are counted in one statement, so that others get their turn in between. */
const stride = 300;

/** Ids are given before they commit, so what is just behind the last one may have come after it. */
const overlap = 1000;

/** Milliseconds: momentum changes by the clock alone, so all are counted now and then. */
const oftenEnough = 12 * 60 * 60_000;

/** Brings figures up to date: of posts that something happened to, or of all. Resolves to which of both. */
export async function refreshFigures(db: Db, { at = new Date() }: { at?: Date } = {}): Promise<"some" | "all"> {
  const { weights, lastEventId, countedAt, allCountedAt } = await db.transaction(holdDemandSettings);
  const [latest] = await rows<{ event: string | number; number: number }>(
    db,
    sql`select coalesce((select max(id) from events), 0) as event, coalesce((select max(number) from posts), 0) as number`,
  );
  const last = Number(latest?.event ?? 0);
  const isAllDue = !allCountedAt || at.getTime() - allCountedAt.getTime() > oftenEnough;
  // If it breaks off, all are due again at once; and whoever asks meanwhile is heard, as the mark is theirs then.
  const begun = new Date(at.getTime() - oftenEnough - 1);
  if (isAllDue) await db.update(demandSettings).set({ allCountedAt: begun });
  const count = { weights: weights ?? presets.sum, at };
  if (isAllDue) {
    await countAll(db, latest?.number ?? 0, count);
    await countInsights(db, { at });
  } else await countFigures(db, { ...count, which: sql`p.id in (${touchedSince(lastEventId, countedAt ?? at)})` });
  await db.update(demandSettings).set({ lastEventId: last, countedAt: at });
  if (isAllDue) await db.update(demandSettings).set({ allCountedAt: at }).where(eq(demandSettings.allCountedAt, begun));
  return isAllDue ? "all" : "some";
}

async function countAll(db: Db, last: number, count: Omit<Parameters<typeof countFigures>[1], "which">) {
  for (let from = 1; from <= last; from += stride) {
    await countFigures(db, { ...count, which: sql`p.number between ${from} and ${from + stride - 1}` });
  }
  // The embedded database does not look at its tables by itself.
  await db.execute(sql`analyze post_figures`);
}

/** Posts of recent events, what those were merged into or set free from, and posts whose tickets were seen anew. */
const touchedSince = (lastEventId: number, countedAt: Date) => sql`
  with touched as (
    select post_id as id from events where id > ${lastEventId - overlap} and post_id is not null
    union
    select (data ->> 'originalId')::uuid from events
      where id > ${lastEventId - overlap} and type in ('post.merged', 'post.unmerged')
    union
    select l.post_id from freshdesk_tickets t join freshdesk_links l on l.ticket = t.number
      where t.seen_at > ${countedAt.toISOString()}::timestamptz - interval '10 minutes'
  )
  select id from touched union select merged_into from posts
    where id in (select id from touched) and merged_into is not null`;
