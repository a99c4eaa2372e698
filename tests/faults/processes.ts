import { setTimeout as pause } from "node:timers/promises";
import { asc, like, sql } from "drizzle-orm";
import { rows } from "#db/client.server";
import { users } from "#db/schema";
import { startSession } from "~/http/session.server";
import { sessionCookieAt } from "~/http/session-cookie";
import { type AppProcess, startApp } from "../bench/app-process";
import { stopChild } from "../bench/child";
import { openFaultDatabase } from "./database";
import { startWorker } from "./kill-worker";
import { setStage } from "./stage";

// `npm run faults:processes`: two web processes and a worker on one database, as people start them. What is written
// through one is read through the other, which has the page in its cache; processes are killed in between. Part of
// `npm test`. Ends with 1 at the first thing that is not so.

const readers = 9;
const minute = 60_000;
/** Longer than anything takes on a busy machine; how long it took is printed. */
const patience = 30_000;

setTimeout(() => {
  throw new Error("This takes too long.");
}, 5 * minute).unref();

const { database, stop } = await openFaultDatabase("groundswell_processes");
const { db, url } = database;
const { maintainer, number } = await setStage(database, readers);
const people = await db
  .select({ id: users.id })
  .from(users)
  .where(like(users.email, "reader-%"))
  .orderBy(asc(users.email));
const page = `/posts/${number}/a-dark-theme`;
const webs = await Promise.all([startApp(url), startApp(url)]);
let worker = startWorker(url, {});
const lags: number[] = [];

for (const [turn, { id }] of people.entries()) {
  const [writer, reader] = inTurn(turn);
  await untilKept(reader);
  await send(writer, `/posts/${number}/vote`, await sessionOf(id), { vote: "on" });
  // The author's own vote is counted, too.
  lags.push(
    await until(`vote ${turn + 1} is seen`, async () => (await read(reader)).includes(`data-count="${turn + 2}"`)),
  );
  if (turn % 3 === 1) await killWeb(turn % 2);
}
const [writer, reader] = inTurn(0);
const staff = await sessionOf(maintainer.id);
await untilKept(reader);
worker.kill("SIGKILL");
await send(writer, `/posts/${number}/move`, staff, { from: "open", to: "planned", answer: "In spring." });
lags.push(await until("the move is seen", async () => (await read(reader)).includes("In spring.")));
worker = startWorker(url, {});
await until("everybody is told once", async () => {
  const told = await rows<{ mails: number; isDone: boolean }>(
    db,
    sql`select count(*)::int as mails, bool_and(handed_over_at is not null) as "isDone" from deliveries group by user_id`,
  );
  if (told.some(({ mails }) => mails > 1)) throw new Error("Somebody was told twice.");
  return told.length === readers + 1 && told.every(({ isDone }) => isDone);
});
await untilKept(reader);
await send(writer, `/posts/${number}/delete`, staff, { on: "yes" });
lags.push(await until("the post is gone", async () => (await answer(reader)).status === 404));

await Promise.all([...webs.map(({ child }) => child), worker].map(stopChild));
await stop();
console.log(
  `Two web processes and a worker: ${lags.length} writes were seen by the other one, after ${Math.max(...lags).toFixed(0)} ms at most.`,
);

function inTurn(turn: number): [AppProcess, AppProcess] {
  const [one, other] = webs as [AppProcess, AppProcess];
  return turn % 2 === 0 ? [one, other] : [other, one];
}

async function killWeb(which: number): Promise<void> {
  webs[which]?.child.kill("SIGKILL");
  webs[which] = await startApp(url);
}

async function sessionOf(userId: string): Promise<string> {
  let session = "";
  const setCookie = (_name: string, value: string) => {
    session = value;
  };
  await startSession({ db, sessionId: undefined, outgoing: { setCookie } } as never, userId);
  return session;
}

async function send({ origin }: AppProcess, path: string, session: string, fields: Record<string, string>) {
  const headers = { Cookie: `${sessionCookieAt(undefined)}=${session}`, Origin: origin };
  const { status } = await fetch(origin + path, {
    method: "POST",
    headers,
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  if (status !== 303) throw new Error(`${path} was answered with ${status}.`);
}

function answer({ origin }: AppProcess): Promise<Response> {
  return fetch(origin + page, { redirect: "manual" });
}

async function read(web: AppProcess): Promise<string> {
  return (await answer(web)).text();
}

function untilKept(web: AppProcess): Promise<number> {
  return until("the page is kept", async () => (await answer(web)).headers.get("Cache-Status") === "pages; hit");
}

/** Asks until it is so; resolves to the milliseconds that took. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<number> {
  const begun = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begun > patience) throw new Error(`Not after ${patience / 1000} s: ${what}.`);
    await pause(5);
  }
  return performance.now() - begun;
}
