import { writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { rows } from "#db/client.server";
import { startResendDouble } from "../../fakes/resend-double";
import { stopChild } from "../bench/child";
import { table } from "../bench/table";
import { openFaultDatabase } from "./database";
import { startWorker } from "./kill-worker";
import { move, moveBack, setStage } from "./stage";

// `npm run bench:mail`: what does it cost a maintainer to move a post that 10,000 people follow, and how fast do all of
// them get their mail? Goes to FAN-OUT.md as well.

const followers = Number(process.env.FAN_OUT_FOLLOWERS) || 10_000;
const rounds = 15;
/** Requests per second that the provider allows, of a hundred mails each. */
const rate = 2;

const { database, stop } = await openFaultDatabase("fan_out");
const quiet = await setStage(database, 0);
const loud = await setStage(database, followers);
const times = { quiet: [] as number[], loud: [] as number[] };
for (let i = 0; i < rounds; i++) {
  for (const [name, stage] of [
    ["quiet", quiet],
    ["loud", loud],
  ] as const) {
    times[name].push(await move(database, stage));
    await moveBack(database, stage);
  }
}
await database.db.execute(sql`delete from pgboss.job where state = 'created'`);
await move(database, loud);

const resend = await startResendDouble({ rate });
const begin = performance.now();
const worker = startWorker(database.url, { RESEND_API_KEY: resend.key, RESEND_BASE_URL: resend.url });
let first = 0;
while (resend.mails.length < followers) {
  if (performance.now() - begin > 600_000) throw new Error("The mails do not all come.");
  if (!first && resend.mails.length > 0) first = performance.now();
  await pause(50);
}
const seconds = (performance.now() - first) / 1000;
const [left] = await rows<{ left: number }>(
  database.db,
  sql`select count(*)::int as left from deliveries where handed_over_at is null`,
);
await pause(1000);
await stopChild(worker);
await resend.stop();

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const ratio = median(times.loud) / median(times.quiet);
const report = `# Results of \`npm run bench:mail\`

${table(
  ["", ""],
  [
    ["a move on a post that nobody else follows, median of 15 (ms)", median(times.quiet).toFixed(1)],
    [`a move on a post with ${followers} followers, median of 15 (ms)`, median(times.loud).toFixed(1)],
    ["ratio", ratio.toFixed(2)],
    ["mails handed over by one worker", String(new Set(resend.mails.map(({ to }) => to[0])).size)],
    ["requests", String(resend.requests.length)],
    ["seconds from the first request to the last", seconds.toFixed(1)],
    ["mails per second", (followers / seconds).toFixed(0)],
    ["… that the provider allows", String(rate * 100)],
  ],
)}
`;
console.log(report);
if ((left?.left ?? 0) > 100) process.exitCode = 1;
await stop();
await writeFile(new URL("FAN-OUT.md", import.meta.url), report);
