import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, onTestFinished, test } from "vitest";
import type { Database } from "#db/client.server";
import { events } from "#db/schema";
import { readEnv } from "~/env.server";
import { addressKey } from "~/http/address-key";
import { limitOf } from "~/http/limits";
import { limitAddress, limitRequest } from "~/http/rate-limit.server";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import type { Settings } from "~/models/core/settings/table";
import routes from "~/routes";
import { origin, parts, secret, startApp, useApp } from "../support/app";
import { ask } from "../support/ask";
import { signedIn } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { database, db, useDatabase } from "../support/database";

useDatabase();
useApp();

/** What another process would have in hand: the same database, and nothing remembered. */
const another = (): Database => {
  const { kind, queueConnection } = database;
  const opened = new Proxy(database.db, {});
  return { ...({ listen: database.listen, ping: database.ping } as Database), kind, queueConnection, db: opened };
};

test("whoever does too much at once is told so, and when to come again, on a page and as JSON", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  for (let i = 0; i < 10; i++) {
    expect((await visitor.post("/sign-in/name", { name: `Ben ${i}` })).status).toBe(303);
  }
  const page = await visitor.post("/sign-in/name", { name: "Ben" });
  expect(page.status).toBe(429);
  expect(page.document.querySelector("[role=alert]")?.textContent).toContain("Please try again in 10 minutes.");
  expect(Number(page.headers.get("Retry-After"))).toBeGreaterThan(500);
  const json = await visitor.post("/sign-in/name", { name: "Ben" }, { Accept: "application/json" });
  expect(json.status).toBe(429);
  expect(JSON.parse(json.html).error).toContain("Please try again");
  expect(Number(json.headers.get("Retry-After"))).toBeGreaterThan(500);
});

test("limits count in all processes together, and outlive a restart", async () => {
  const [first, second] = [await startApp({}, { on: another }), await startApp({}, { on: another })];
  onTestFinished(async () => {
    await Promise.all([first.stop(), second.stop()]);
  });
  const status = async (of: string) => (await ask("/me/preferences", { method: "POST", of })).status;
  for (let i = 0; i < 30; i++) {
    expect(await status(first.origin)).not.toBe(429);
    expect(await status(second.origin)).not.toBe(429);
  }
  expect(await status(second.origin)).toBe(429);
  const third = await startApp({}, { on: another });
  onTestFinished(() => third.stop());
  expect([await status(first.origin), await status(third.origin)]).toEqual([429, 429]);
});

test("a count that cannot be written down refuses nobody and is kept in memory", async () => {
  const app = await startApp({}, { on: another });
  onTestFinished(async () => {
    await app.stop();
    await db.execute(sql`alter table rate_limits_away rename to rate_limits`);
  });
  await db.execute(sql`alter table rate_limits rename to rate_limits_away`);
  const status = async () => (await ask("/sign-in/name", { method: "POST", of: app.origin })).status;
  for (let i = 0; i < 10; i++) expect(await status()).toBe(303);
  expect(await status()).toBe(429);
});

const env = readEnv({ NODE_ENV: "test", SESSION_SECRET: secret });

async function countUntilRefused(ips: string[], most: number): Promise<number> {
  const asking = { db: another().db, env, viewer: null };
  for (let i = 0; i < most; i++) {
    const ip = ips[i % ips.length] ?? "";
    const refusal = await limitRequest({ ...asking, ip }, { method: "POST", path: "/sign-in/name" }).catch((e) => e);
    if (refusal) return i;
  }
  return most;
}

test("a /64 of IPv6 is one address", async () => {
  const one = Array.from({ length: 20 }, (_, i) => `2001:db8:1:2:${i}::${i}`);
  expect(await countUntilRefused(one, 20)).toBe(10);
  const several = Array.from({ length: 20 }, (_, i) => `2001:db8:2:${i}::1`);
  expect(await countUntilRefused(several, 20)).toBe(20);
});

test.each([
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::FFFF:cb00:7107", "203.0.113.7"],
  ["2001:DB8:0:1::5", "2001:db8:0:1::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["", "unknown"],
])("%s counts as %s", (ip, key) => {
  expect(addressKey(ip)).toBe(key);
});

test("every write counts, but for what carries a token of a mail that nobody guesses", async () => {
  const all = (await routes).map(({ path = "" }) => `/${path.replace(/:(\w+)\??/g, "1")}`);
  const uncounted = all.filter((path) => limitOf("POST", path) === null);
  expect(uncounted).toEqual(["/sign-in/link/1", "/unsubscribe/1"]);
  for (const method of ["PUT", "PATCH", "DELETE", "TRACE", "PURGE"]) expect(limitOf(method, "/")).toBe("action");
  expect([limitOf("POST", "/posts/7/VOTE/"), limitOf("HEAD", "/search"), limitOf("GET", "/posts/7/history")]).toEqual([
    "vote",
    "search",
    "history",
  ]);
});

test.each([
  ["POST", "/posts/7/edit", "edit"],
  ["POST", "/comments/0-0/edit", "edit"],
  ["POST", "/notes/0-0/edit", "edit"],
  ["POST", "/posts/7/vote", "vote"],
  ["POST", "/posts/7/follow", "follow"],
  ["POST", "/preview", "preview"],
  ["POST", "/posts/preview", "preview"],
  ["POST", "/posts/similar", "similar"],
  ["POST", "/support/similar", "similar"],
  ["POST", "/sign-in/name", "name"],
  ["POST", "/me/preferences", "preferences"],
  ["POST", "/anything/else", "action"],
  ["GET", "/posts/7/history", "history"],
  ["GET", "/people", "people"],
  ["GET", "/posts/7", null],
] as const)("%s %s counts as %s", (method, path, name) => {
  expect(limitOf(method, path)).toBe(name);
});

test("feeds are limited, too, by the address", async () => {
  const asking = { db: parts().database.db, env, viewer: null, ip: "203.0.113.44" };
  const read = (ip: string) => fetch(`${origin()}/feed.atom`, { headers: { "X-Forwarded-For": ip } });
  for (let i = 0; i < 1200; i++) await limitAddress("feed", asking);
  const refused = await read("203.0.113.44");
  expect([refused.status, Number(refused.headers.get("Retry-After")) > 0]).toEqual([429, true]);
  expect((await read("203.0.113.45")).status).toBe(200);
});

test("searching is limited, too, after so much that nobody notices", async () => {
  const asking = { db: another().db, env, viewer: null, ip: "203.0.113.9" };
  const search = () => limitRequest(asking, { method: "GET", path: "/search" });
  for (let i = 0; i < 600; i++) await search();
  await expect(search()).rejects.toMatchObject({ code: "tooManyRequests" });
});

test("a member cannot collect names by asking for more and more beginnings", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const [member, staff] = [await signedIn(ben), await signedIn(mona)];
  for (let i = 0; i < 100; i++) expect((await member.get(`/people?q=a${i}`)).status).toBe(200);
  expect((await member.get("/people?q=mo", { Accept: "application/json" })).status).toBe(429);
  expect((await staff.get("/people?q=be")).status).toBe(200);
});

test("to follow a post to and fro is not written down for ever", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(mona, idea(await addBoard()));
  const visitor = await signedIn(ben);
  const follow = (level: string) =>
    visitor.post("/posts/1/follow", { level }, { Accept: "application/json" }).then(({ status }) => status);
  for (let i = 0; i < 20; i++) await follow(i % 2 ? "milestones" : "everything");
  expect(await db.$count(events, eq(events.type, "post.followed"))).toBe(10);
  expect(await follow("muted")).toBe(429);
});

test("how much is too much the portal has set, and what was done before counts when that changes", async () => {
  const { ada, ben } = await cast("ada", "ben");
  await post(ben, idea(await addBoard()));
  const set = (values: Partial<Settings>) => changeSettings(db, { viewer: ada, values });
  await set({ mostVotes: 2, mostComments: 1 });
  const bens = await signedIn(ben);
  const vote = async () => (await bens.post("/posts/1/vote", { vote: "off" })).status;
  const comment = async () => (await bens.post("/posts/1/comments", { id: uuid(), body: "Once more." })).status;
  expect([await vote(), await vote(), await vote()]).toEqual([303, 303, 429]);
  expect([await comment(), await comment()]).toEqual([303, 429]);
  await set({ mostVotes: 5, mostComments: 10 });
  expect([await vote(), await comment()]).toEqual([303, 303]);
});
