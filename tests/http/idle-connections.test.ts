import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { keepIdle } from "~/http/idle-connections.server";

let server: Server;
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

/** Answers `/slow` when told to. */
async function listen(keep: { rest: number; most: number }) {
  const slow: (() => void)[] = [];
  const options = { headersTimeout: 500, connectionsCheckingInterval: 50 };
  server = createServer(options, ({ url }, response) => {
    if (url === "/slow") slow.push(() => response.end("late"));
    else response.end("here");
  });
  keepIdle(server, keep);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return () => slow.pop()?.();
}

async function open(): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").on("error", () => {});
  socket.setEncoding("utf8");
  await once(socket, "connect");
  return socket;
}

/** What comes back, or nothing once the connection is closed. */
async function ask(socket: Socket, path = "/"): Promise<string | undefined> {
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
  const [answer] = await Promise.race([once(socket, "data"), once(socket, "close").then(() => [])]);
  return answer;
}

test("a connection may rest for longer than the head of a request may take", async () => {
  await listen({ rest: 60_000, most: 10 });
  const socket = await open();
  expect(await ask(socket)).toContain("here");
  await wait(1000);
  expect(await ask(socket)).toContain("here");
});

test("a connection is closed when it has rested for long enough", async () => {
  await listen({ rest: 50, most: 10 });
  const socket = await open();
  expect(await ask(socket)).toContain("here");
  await once(socket, "close");
});

test("whoever holds connections that rest keeps nobody out, and nobody is cut off who waits for an answer", async () => {
  const answerSlow = await listen({ rest: 60_000, most: 5 });
  const waiting = await open();
  const late = ask(waiting, "/slow");
  const held = [await open(), await open()];
  for (const socket of held) expect(await ask(socket)).toContain("here");
  expect(held.map(({ destroyed }) => destroyed)).toEqual([false, false]);

  const closed = held.map((socket) => once(socket, "close"));
  const next = await open();
  await Promise.all(closed);
  expect(await ask(next)).toContain("here");
  answerSlow();
  expect(await late).toContain("late");
});

test("room is made at a server that is full, too", async () => {
  const answerSlow = await listen({ rest: 60_000, most: 5 });
  const busy = [await open(), await open(), await open(), await open(), await open()];
  const late = busy.map((socket) => ask(socket, "/slow"));
  await wait(1100);
  for (const _ of busy) answerSlow();
  for (const answer of await Promise.all(late)) expect(answer).toContain("late");
  const closed = busy.map((socket) => once(socket, "close"));
  await open();
  await Promise.all(closed);
  expect(await ask(await open())).toContain("here");
});
