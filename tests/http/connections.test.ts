import { Agent, createServer, get, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import express from "express";
import { afterEach, expect, test } from "vitest";
import { closeServer } from "~/close-server.server";
import { deadline, deadlineOfPause } from "~/http/deadline.server";
import { endSlowBodies, waitForBody } from "~/http/slow-bodies.server";

let server: Server;
afterEach(() => void server?.closeAllConnections());

const listening = async (): Promise<number> => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return (server.address() as AddressInfo).port;
};

/** Sends a head and then a byte now and then, so many; resolves to what came back when the server ends the connection. */
function dawdle(port: number, path: string, most: number, bytes = 1e6): Promise<{ ms: number; answer: string }> {
  const began = Date.now();
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    let left = bytes;
    const drip = setInterval(() => left-- > 0 && socket.write("a"), 50);
    const end = () => {
      clearInterval(drip);
      socket.destroy();
      resolve({ ms: Date.now() - began, answer });
    };
    const late = setTimeout(end, most);
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(late);
      end();
    });
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n`);
  });
}

test("a body that does not end holds its connection no longer than anybody's, but for a file that was admitted", async () => {
  server = createServer((request, response) => {
    if (request.url === "/file") waitForBody(request);
    if (request.url === "/early") response.end("no");
    else request.resume();
  });
  endSlowBodies(server, 300);
  const port = await listening();
  const [slow, early, file] = await Promise.all([
    Promise.all(Array.from({ length: 20 }, () => dawdle(port, "/", 5000))),
    dawdle(port, "/early", 5000),
    dawdle(port, "/file", 2500),
  ]);
  for (const { ms } of [...slow, early]) expect(ms).toBeLessThan(2400);
  expect(early.answer).toContain("no");
  expect(file.ms).toBeGreaterThan(2400);
});

test("whoever is still sending at the deadline hears 408 and is let go; a file, once nothing more of it comes", async () => {
  const app = express();
  app.use("/form", deadline(200));
  app.use("/file", deadlineOfPause(200));
  app.use((request) => void request.resume());
  server = createServer(app);
  const port = await listening();
  const [form, file, hung] = await Promise.all([
    dawdle(port, "/form", 8000),
    dawdle(port, "/file", 1500),
    dawdle(port, "/file", 8000, 2),
  ]);
  for (const { ms, answer } of [form, hung]) {
    expect(answer).toMatch(/^HTTP\/1.1 408 [\s\S]*Connection: close/);
    expect(ms).toBeLessThan(7000);
  }
  expect(file.answer).toBe("");
});

test("stopping under load cuts nobody off and takes as long as the slowest request", async () => {
  let begun = 0;
  server = createServer(async (_request, response) => {
    begun++;
    await after(100);
    response.end("done");
  });
  const port = await listening();
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  let isStopping = false;
  const outcomes = { done: 0, cut: 0, refused: 0, staying: 0 };
  const ask = () =>
    new Promise<void>((resolve) => {
      const wasStopping = isStopping;
      const asking = get({ port, agent, host: "127.0.0.1" }, (response) => {
        response.resume().on("end", () => {
          outcomes.done++;
          if (wasStopping && response.headers.connection !== "close") outcomes.staying++;
          resolve();
        });
      });
      asking.on("error", ({ message }) => {
        // No connection any more, or one that was idle until now: nothing had been asked of the server.
        if (/ECONNREFUSED/.test(message) || asking.reusedSocket) outcomes.refused++;
        else outcomes.cut++;
        resolve();
      });
    });
  const client = async () => {
    for (let i = 0; i < 200 && !(isStopping && outcomes.refused > 0); i++) await ask();
  };
  const clients = Promise.all(Array.from({ length: 20 }, client));
  await after(500);
  isStopping = true;
  const began = Date.now();
  await closeServer(server);
  const took = Date.now() - began;
  await clients;
  agent.destroy();
  expect(took).toBeLessThan(5000);
  expect(outcomes.cut).toBe(0);
  expect(outcomes.done, "answers of those that were begun").toBe(begun);
  expect(outcomes.staying, "answers that let their connection stay").toBe(0);
  expect(outcomes.done).toBeGreaterThan(20);
}, 30_000);

test("whoever was promised that the connection stays, and asks nothing more, holds nobody up", async () => {
  server = createServer(async (_request, response) => {
    response.flushHeaders();
    await after(300);
    response.end("done");
  });
  const port = await listening();
  const agent = new Agent({ keepAlive: true });
  const answered = new Promise<string | undefined>((resolve, reject) => {
    get({ port, agent, host: "127.0.0.1" }, (response) => {
      response.resume().on("end", () => resolve(response.headers.connection));
    }).on("error", reject);
  });
  await after(100);
  const began = Date.now();
  await closeServer(server);
  expect(await answered).toBe("keep-alive");
  expect(Date.now() - began).toBeLessThan(2500);
  agent.destroy();
});
