import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "../support/free-port";

// The program itself, started and stopped as an operator would.

// One after the other in one folder: to begin a new one takes longer than all else.
test.describe.configure({ mode: "default" });

let folder = "";
const running: Program[] = [];

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "groundswell-program-"));
});

test.afterEach(async () => {
  for (const { process, exited } of running.splice(0)) {
    process.kill("SIGTERM");
    await exited;
  }
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

interface Program {
  process: ChildProcess;
  output(): string;
  exited: Promise<number | null>;
}

function startProgram(name: string, env: Record<string, string>): Program {
  const child = spawn(process.execPath, [`build/server/${name}.js`], {
    env: { PATH: process.env.PATH, HOST: "127.0.0.1", DATA_DIR: folder, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const exited = once(child, "exit").then(([code]) => code as number | null);
  const program = { process: child, output: () => output, exited };
  running.push(program);
  return program;
}

async function untilReady(port: number): Promise<void> {
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(ready, { timeout: 60_000 }).toBe(200);
}

test("SIGTERM lets the request under way finish, then ends the program with 0, and its data is there the next time", async () => {
  const port = await freePort();
  const program = startProgram("main", { PORT: String(port) });
  await untilReady(port);
  const request = http.request({
    port,
    host: "127.0.0.1",
    path: "/sign-in",
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "21" },
  });
  const answered = once(request, "response");
  request.write("email=ben@");
  await new Promise((resolve) => setTimeout(resolve, 200));
  program.process.kill("SIGTERM");
  await expect.poll(program.output).toContain("stopping");
  request.end("example.com");
  const [response] = (await answered) as [http.IncomingMessage];
  expect(response.statusCode).toBe(303);
  response.resume();
  expect(await program.exited).toBe(0);
  expect(program.output()).toContain("stopped");
  startProgram("main", { PORT: String(port) });
  await untilReady(port);
});

test("a second program on the same folder is refused in one sentence", async () => {
  const port = await freePort();
  startProgram("main", { PORT: String(port) });
  await untilReady(port);
  const second = startProgram("main", { PORT: String(await freePort()) });
  expect(await second.exited).toBe(1);
  expect(second.output()).toMatch(/is in use by another process/);
  expect(second.output()).not.toMatch(/\n\s+at /);
});

test("a wrong environment is refused with every fault at once", async () => {
  const program = startProgram("main", { PORT: "x", BASE_URL: "y", SESSION_SECRET: "z" });
  expect(await program.exited).toBe(1);
  for (const name of ["PORT", "BASE_URL", "SESSION_SECRET"]) expect(program.output()).toContain(name);
});

test("an address that is taken is refused in one sentence", async () => {
  const port = await freePort();
  const other = http.createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  const program = startProgram("main", { PORT: String(port) });
  expect(await program.exited).toBe(1);
  expect(program.output()).toContain(String(port));
  expect(program.output()).not.toMatch(/\n\s+at /);
  other.close();
});
