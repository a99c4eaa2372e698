import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import type { Database } from "#db/client.server";
import { openServerDatabase } from "#db/server-database.server";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import { forgetOnPost } from "~/models/admin/personal-data/forget-traces.server";
import { touch } from "~/models/core/events/touch.server";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { type RunningApp, startApp } from "../support/app";
import { ask, untilKept } from "../support/ask";
import { addBoard, cast, idea, post } from "../support/cast";
import { database, db, useDatabase } from "../support/database";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy";

// Two web servers, each on a connection of its own: all that they share is the database. The second one's is a cable
// that can be pulled. The test itself is a third process to them, as a worker is.
useDatabase();

const second = 1000;
const news = "groundswell-news";
const page = "/posts/1/dark-mode-at-night";
const site = { BASE_URL: "http://portal.example", PAGE_CACHE_MB: 8 };
let cable: TcpProxy;
let databases: Database[];
let one: RunningApp;
let other: RunningApp;
let people: Awaited<ReturnType<typeof cast<"ben" | "cleo" | "milo">>>;

beforeAll(async () => {
  const place = inject("database");
  if (place.kind !== "server") throw new Error("This test needs a server.");
  const direct = new URL(place.url);
  direct.pathname = `/${database.name}`;
  cable = await startTcpProxy({ host: direct.hostname, port: Number(direct.port || 5432) });
  const far = new URL(direct);
  far.host = `127.0.0.1:${cable.port}`;
  databases = [openServerDatabase(direct.href, 3), openServerDatabase(far.href, 3)];
  [one, other] = (await Promise.all(databases.map((on) => startApp(site, { on: () => on })))) as [
    RunningApp,
    RunningApp,
  ];
});

afterAll(async () => {
  await Promise.all([one, other].map((app) => app.stop()));
  await Promise.all(databases.map(({ close }) => close()));
  await cable.close();
});

beforeEach(async () => {
  people = await cast("ben", "cleo", "milo");
  await post(people.ben, idea(await addBoard()));
  for (const { origin } of [one, other]) await untilKept(origin);
  await touch(db, ["all"]);
  await expect.poll(() => read(other)).toContain('data-count="1"');
});

const read = async ({ origin }: RunningApp, path = page) => (await ask(path, { of: origin })).body.toString();
const cacheOf = async ({ origin }: RunningApp) => (await ask(page, { of: origin })).cache;
const statusOf = async ({ origin }: RunningApp) => (await ask(page, { of: origin })).status;

async function isKept(app: RunningApp): Promise<void> {
  await expect.poll(() => cacheOf(app), { timeout: 10 * second }).toBe("hit");
}

const vote = () => castVote(databases[0]?.db ?? db, { viewer: people.cleo, number: 1 });
const hide = () => deletePost(databases[0]?.db ?? db, { viewer: people.milo, number: 1, on: true });

test("what is written through one is read through the other, from kept pages too", async () => {
  await Promise.all([isKept(one), isKept(other)]);
  await vote();
  expect(await read(one)).toContain('data-count="2"');
  await expect.poll(() => read(other), { timeout: second }).toContain('data-count="2"');
  await Promise.all([isKept(one), isKept(other)]);
  await hide();
  expect(await statusOf(one)).toBe(404);
  await expect.poll(() => statusOf(other), { timeout: second }).toBe(404);
});

test("what a process of the version before has changed is read here, though it names no topic", async () => {
  await Promise.all([isKept(one), isKept(other)]);
  await db.execute(sql`update posts set vote_count = 7`);
  await db.execute(sql`select pg_notify('groundswell_news', gen_random_uuid() || ' ["all"]')`);
  for (const app of [one, other]) await expect.poll(() => read(app), { timeout: second }).toContain('data-count="7"');
});

test("what a worker does is seen by both", async () => {
  await followPost(db, { viewer: people.cleo, number: 1, level: "everything" });
  await deleteAccount(db, { viewer: people.cleo, userId: people.cleo.id, texts: "kept" });
  const apps = [one, other];
  for (const app of apps) await expect.poll(() => read(app)).toContain("2 people follow");
  await Promise.all(apps.map(isKept));
  const [row] = (await db.execute(sql`select id from posts`)) as unknown as { id: string }[];
  await forgetOnPost(db, { userId: people.cleo.id, postId: row?.id ?? "" });
  for (const app of apps) await expect.poll(() => read(app), { timeout: second }).toContain("1 person follows");
});

test("a second after a post was hidden nobody is shown it, though the news do not come through", async () => {
  await isKept(other);
  cable.freeze(news);
  await hide();
  await pause(second);
  expect(await statusOf(other)).toBe(404);
  cable.thaw();
  await untilKept(other.origin);
  expect(await statusOf(other)).toBe(404);
});

test("a server that cannot hear keeps nothing, and does again when it can", async () => {
  await isKept(other);
  cable.freeze(news);
  await expect.poll(() => cacheOf(other), { timeout: 5 * second }).toBeUndefined();
  await vote();
  expect(await read(other)).toContain('data-count="2"');
  cable.thaw();
  await isKept(other);
  expect(await read(other)).toContain('data-count="2"');
});

test("what was told while the connection was lost is not missed", async () => {
  for (let count = 2; count <= 4; count++) {
    await isKept(other);
    // So quickly that no beat is missed.
    await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = ${news} and datname = current_database() and query ilike 'listen%'`);
    await databases[0]?.db.execute(sql`update posts set vote_count = ${count}`);
    await touch(db, ["lists"]);
    await db.execute(sql`select 1`);
    await expect.poll(() => read(other), { timeout: 5 * second }).toContain(`data-count="${count}"`);
  }
});

test("a database that was away is heard again", async () => {
  await isKept(other);
  await cable.cut();
  await hide();
  await pause(second);
  expect(await statusOf(other)).toBe(503);
  await cable.mend();
  await expect.poll(() => statusOf(other), { timeout: 10 * second }).toBe(404);
  await untilKept(other.origin);
});
