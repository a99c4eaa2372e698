import { setTimeout as pause } from "node:timers/promises";
import { ticketPath } from "~/models/support/tickets/ticket-number";
import { usedBetween } from "../cpu-time";
import { timesOf } from "../measure";
import { percentile } from "../percentile";
import { signedIn } from "../requests";
import type { Desk } from "./stage";

/** As `ticket-watch` in the browser keeps it, in milliseconds. */
const pace = { first: 10_000, longest: 60_000, growth: 1.5 };

export interface Watched {
  pages: number;
  perSecond: number;
  /** Milliseconds of one look. */
  median: number;
  high: number;
  /** Of one core, in percent. */
  app: number;
  database: number;
}

/**
 * So many tickets open in as many browsers, which ask for news as the page's script does: over the minute after all were opened, in
 * which they ask the most, and once their looks are as far apart as they get.
 */
export async function watchPages(
  desk: Desk,
  pages: number,
  seconds: number,
): Promise<{ early: Watched; late: Watched }> {
  const open = await findOpen(desk, pages);
  const early = await watch(desk, open, seconds, pace.first);
  return { early, late: await watch(desk, open, seconds, pace.longest) };
}

interface Open {
  path: string;
  session: string;
}

async function findOpen({ sql, sessions }: Desk, pages: number): Promise<Open[]> {
  const tickets = await sql<{ year: number; serial: number }[]>`
    select distinct on (n) year, serial from generate_series(0, ${pages - 1}) as n
    join ticket_people on user_id = seeded('user', 9 + n) join tickets on tickets.id = ticket_id and spam_at is null
    order by n, serial desc`;
  if (tickets.length < pages) throw new Error("There are too few tickets.");
  return tickets.map(({ year, serial }, i) => ({
    path: `${ticketPath({ year, serial })}/newest`,
    session: sessions.members[i] ?? "",
  }));
}

async function watch({ app, sql }: Desk, open: Open[], seconds: number, first: number): Promise<Watched> {
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  async function keepOpen({ path, session }: Open): Promise<void> {
    let apart = first;
    // Opened at some moment of the pause between two looks.
    await pause(Math.random() * first);
    while (performance.now() < end) {
      const begun = performance.now();
      const response = await fetch(app.origin + path, {
        headers: { ...signedIn(session), Accept: "application/json" },
      });
      await response.text();
      if (!response.ok) throw new Error(`${path} answers ${response.status}.`);
      times.push(performance.now() - begun);
      const wait = apart * (0.75 + Math.random() / 2);
      apart = Math.min(apart * pace.growth, pace.longest);
      await pause(Math.min(wait, Math.max(0, end - performance.now())));
    }
  }
  const before = await timesOf({ child: app.child, sql });
  await Promise.all(open.map(keepOpen));
  const after = await timesOf({ child: app.child, sql });
  const share = (whose: keyof typeof after) => (usedBetween(before[whose], after[whose]) ?? Number.NaN) / seconds / 10;
  return {
    pages: open.length,
    perSecond: times.length / seconds,
    median: percentile(0.5, times),
    high: percentile(0.95, times),
    app: share("process"),
    database: share("database"),
  };
}
