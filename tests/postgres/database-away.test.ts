import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Database } from "#db/client.server";
import { openServerDatabase } from "#db/server-database.server";
import { logged, origin, useApp } from "../support/app";
import { signedIn, Visitor } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { database, useDatabase } from "../support/database";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy";

useDatabase();

const place = inject("database");
let cable: TcpProxy;
let remote: Database;

beforeAll(async () => {
  if (place.kind !== "server") throw new Error("This test needs a server.");
  const url = new URL(place.url);
  cable = await startTcpProxy({ host: url.hostname, port: Number(url.port || 5432) });
  url.port = String(cable.port);
  url.hostname = "127.0.0.1";
  url.pathname = `/${database.name}`;
  remote = openServerDatabase(url.href, 3);
});

afterAll(async () => {
  await remote.close();
  await cable.close();
});

useApp({}, { on: () => remote });

test("a database that goes away costs a clear page, and all is well when it is back", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const [visitor, member] = [new Visitor(), await signedIn(ben)];
  expect((await visitor.get("/")).status).toBe(200);
  await cable.cut();
  logged.length = 0;
  for (const somebody of [visitor, member]) {
    const page = await somebody.get("/");
    expect(page.status).toBe(503);
    expect(page.headers.get("Retry-After")).toBe("10");
    expect(page.html).toContain("We cannot reach our database right now.");
  }
  const vote = await member.post("/posts/1/vote", { vote: "on" }, { Accept: "application/json" });
  expect(vote.status).toBe(503);
  expect((await fetch(`${origin()}/healthz`)).status).toBe(200);
  expect((await fetch(`${origin()}/readyz`)).status).toBe(503);
  expect(logged.filter(({ msg }) => msg !== "request")).toEqual([]);
  await cable.mend();
  await expect.poll(async () => (await visitor.get("/")).status, { timeout: 10_000 }).toBe(200);
  // Each of the connections finds out by itself, within a second or two.
  const voting = async () =>
    (await member.post("/posts/1/vote", { vote: "on" }, { Accept: "application/json" })).status;
  await expect.poll(voting, { timeout: 10_000 }).toBe(200);
  await expect.poll(async () => (await fetch(`${origin()}/readyz`)).status, { timeout: 10_000 }).toBe(200);
});

test("a database that hangs keeps nobody waiting for ever", async () => {
  cable.freeze();
  const page = await new Visitor().get("/");
  expect(page.status).toBe(503);
  expect(page.headers.get("Retry-After")).toBe("10");
  expect((await fetch(`${origin()}/readyz`)).status).toBe(503);
  cable.thaw();
  await cable.cut();
  await cable.mend();
  await expect.poll(async () => (await new Visitor().get("/")).status, { timeout: 15_000 }).toBe(200);
}, 60_000);
