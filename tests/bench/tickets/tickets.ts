import { writeFile } from "node:fs/promises";
import { stopChild } from "../child";
import { openBenchServer } from "../database";
import { describeMachine } from "../machine";
import { say } from "../say";
import { receiveMails } from "./mails";
import { watchPages } from "./open-pages";
import { comparePages } from "./pages";
import { explainPages } from "./plans";
import { type Compared, goals, writeReport } from "./report";
import { type Desk, openDesk } from "./stage";
import { compareOpening } from "./writes";

// `npm run bench:tickets`: the support desk with few and with many tickets, each with four messages. Needs PostgreSQL. Writes
// TICKETS.md; exits with 1 where a goal is missed.
//
// BENCH_DATABASE_URL, BENCH_REUSE: as for `npm run bench`.
// BENCH_SIZES: numbers of tickets, the smallest first, with which the others are compared.

const sizes = (process.env.BENCH_SIZES ?? "10000,100000,1000000").split(",").map(Number);
const server = await openBenchServer();
const [first = 0, ...others] = sizes;
const small = await openDesk(server, first);
const compared: Compared[] = [];
for (const count of others) {
  const big = await openDesk(server, count);
  say(`${count} tickets are there.`);
  compared.push({
    count,
    growth: await comparePages(small, big),
    opening: await compareOpening(big),
    plans: await explainPages(big),
  });
  await close(big);
}
say("Pages are opened.");
const watched = await watchPages(small, 1000, 60);
const machine = await describeMachine(small.sql);
await stopChild(small.app.child);
say("Mails come in.");
const received = await receiveMails(small);
await close(small);
await server.stop();

const text = writeReport({ first, compared, watched, received, machine });
await writeFile(new URL("TICKETS.md", import.meta.url), text);
console.log(text);
if (goals({ first, compared, watched, received, machine }).some(({ isMet }) => !isMet)) process.exitCode = 1;

async function close({ app, sql }: Desk): Promise<void> {
  await stopChild(app.child);
  await sql.end();
}
