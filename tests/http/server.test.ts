import { once } from "node:events";
import { connect } from "node:net";
import { expect, test, vi } from "vitest";
import { createServer } from "~/server";
import { origin, parts, useApp } from "../support/app";
import { useDatabase } from "../support/database";

useDatabase();
useApp();

test("there is an end to how many connect, and to how long a head takes", () => {
  const server = createServer(parts());
  expect(server.maxConnections).toBe(5000);
  expect(server.headersTimeout).toBe(30_000);
});

test("a connection outlives the patience of proxies: theirs is a minute, or two", async () => {
  const { headers } = await fetch(`${origin()}/healthz`);
  const seconds = Number(/^timeout=(\d+)$/.exec(headers.get("keep-alive") ?? "")?.[1]);
  expect(seconds).toBeGreaterThan(120);
});

test("a body that has not come within half a minute ends its connection", async () => {
  const timers = vi.spyOn(globalThis, "setTimeout");
  const socket = connect(Number(new URL(origin()).port), "127.0.0.1").on("error", () => {});
  socket.write("POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nemail=");
  const ofBody = () => timers.mock.calls.find(([, ms]) => ms === 30_000);
  await expect.poll(ofBody).toBeDefined();
  const [late] = ofBody() ?? [];
  timers.mockRestore();
  const closed = once(socket, "close");
  // Half a minute later.
  late?.();
  await closed;
});
