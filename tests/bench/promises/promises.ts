import { writeFile } from "node:fs/promises";
import postgres, { type Sql } from "postgres";
import type { Db } from "#db/client.server";
import { openServerDatabase } from "#db/server-database.server";
import { askForRenewal, renewPromises } from "~/models/support/promises/renew-promises.server";
import { watchPromises } from "~/models/support/promises/watch-promises.server";
import { openBenchServer } from "../database";
import { describeMachine } from "../machine";
import { say } from "../say";
import { table } from "../table";
import { seedDesk } from "../tickets/seed-desk";

// `npm run bench:promises`: how long a change of what is promised takes to reach what is under way, and the job that tells
// what has come due, among many tickets. Needs PostgreSQL. Writes PROMISES.md; exits with 1 where a goal is missed.
//
// BENCH_DATABASE_URL, BENCH_REUSE: as for `npm run bench`.
// BENCH_SIZE: tickets; one in ten is under way.

const size = Number(process.env.BENCH_SIZE ?? "1000000");
const due = 1000;
const least = 10_000;

const server = await openBenchServer();
const url = await server.create(size);
const sql = postgres(url, { max: 1, onnotice: () => {} });
await seedDesk(sql, size);
const [underWay] = await sql<{ count: number }[]>`
  with more as (
    update tickets set status = 'open', resolved_at = null, closed_at = null, created_at = asked, unanswered_since = asked
    from (select id as of, now() - random() * interval '10 days' as asked from tickets) as lately
    where of = tickets.id and serial % 10 = 0 and spam_at is null returning 1)
  select count(*)::int as count from more`;
await sql`update tickets set status = 'closed' where serial % 10 <> 0 and status not in ('resolved', 'closed')`;
await sql`vacuum analyze`.simple();
say(`${size} tickets are there, ${underWay?.count} of them under way.`);

const renewed = await connected(timeRenewal);
say(`The first promises took ${renewed.toFixed(1)} s.`);
await sql`update support_policies set first_seconds = first_seconds * 50,
  resolution_seconds = resolution_seconds * 50`;
const again = await connected(timeRenewal);
say(`Others took ${again.toFixed(1)} s.`);
const watched = await timeWatch(sql);
const machine = await describeMachine(sql);
await sql.end();
await server.stop();

const pace = (seconds: number) => Math.round((underWay?.count ?? 0) / seconds);
const rows = [
  ["first promises, each breached or at risk told", `${pace(renewed)} tickets a second`, `≥ ${least}`],
  ["another promise to each", `${pace(again)} tickets a second`, `≥ ${least}`],
  [`${due} come due at once`, `${Math.round(watched.milliseconds)} ms`, "< 60,000 ms"],
  ["rows read for them, of targets and tickets", `${watched.read}`, `≤ ${20 * due}`],
];
const text = `# What is promised, among many tickets

\`npm run bench:promises\`: ${size} tickets of which ${underWay?.count} are under way.

${table(["what", "found", "wanted"], rows)}

${machine.map((line) => `- ${line}`).join("\n")}
`;
await writeFile(new URL("PROMISES.md", import.meta.url), text);
console.log(text);
if (Math.min(pace(renewed), pace(again)) < least || watched.read > 20 * due) process.exitCode = 1;

/** With connections of its own: what they have read is known once they are closed. */
async function connected<Found>(work: (db: Db) => Promise<Found>): Promise<Found> {
  const database = openServerDatabase(url);
  const found = await work(database.db);
  await database.close();
  return found;
}

/** Seconds in which all tickets under way have what is promised now. */
async function timeRenewal(db: Db): Promise<number> {
  await db.transaction((tx) => askForRenewal(tx, new Date()));
  const begun = performance.now();
  await renewPromises(db, () => new Date());
  return (performance.now() - begun) / 1000;
}

/** How long the job takes for what comes due in one minute, and how many rows are read for it. */
async function timeWatch(sql: Sql): Promise<{ milliseconds: number; read: number }> {
  await sql`
    update ticket_targets set at_risk_at = null, breached_at = null, risk_at = now() - interval '1 minute',
      due_at = now() + interval '10 days', next_at = now() - interval '1 minute'
    where (ticket_id, kind, started_at) in (select ticket_id, kind, started_at from ticket_targets
      where kind = 'resolution' and ended_at is null limit ${due})`;
  await sql`update ticket_targets set next_at = null where next_at < now() - interval '2 minutes'`;
  await sql`vacuum analyze ticket_targets`.simple();
  const before = await rowsRead(sql);
  const milliseconds = await connected(async (db) => {
    const begun = performance.now();
    await watchPromises(db, new Date());
    return performance.now() - begun;
  });
  return { milliseconds, read: (await rowsRead(sql)) - before };
}

/** Of the two tables that grow with the desk, by index and without. */
async function rowsRead(sql: Sql): Promise<number> {
  // What this connection has read itself is not to be counted later; processes that end say it a moment later.
  await sql`select pg_stat_force_next_flush()`;
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const [found] = await sql<{ read: string }[]>`
    select sum(seq_tup_read + idx_tup_fetch) as read from pg_stat_user_tables
    where relname in ('tickets', 'ticket_targets')`;
  return Number(found?.read);
}
