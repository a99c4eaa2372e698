import { afterAll, beforeAll, expect, test } from "vitest";
import { readEnv } from "~/env.server";
import { type RunningApp, startApp } from "../support/app";
import { useDatabase } from "../support/database";
import { sendRaw, statusOf } from "../support/raw";

useDatabase();

const trust = (TRUST_PROXY: string) =>
  readEnv({ SESSION_SECRET: "x".repeat(32), TRUST_PROXY } as unknown as NodeJS.ProcessEnv).TRUST_PROXY;

let behind: RunningApp;
let alone: RunningApp;
let trusting: RunningApp;

beforeAll(async () => {
  behind = await startApp({ BASE_URL: "https://feedback.example.com", TRUST_PROXY: trust("none") });
  alone = await startApp({ TRUST_PROXY: trust("none") });
  trusting = await startApp({ TRUST_PROXY: trust("127.0.0.0/8") });
});
afterAll(async () => {
  for (const app of [behind, alone, trusting]) await app.stop();
});

const form = "Content-Type: application/x-www-form-urlencoded";

const send = (app: RunningApp, headers: string, body = "theme=dark", path = "/theme") =>
  sendRaw(`POST ${path} HTTP/1.1\n${form}\nContent-Length: ${body.length}\n${headers}`, body, app.origin);

const ours = "Origin: https://feedback.example.com";

test.each([
  ["as browsers send it", `Host: internal:3000\n${ours}\nSec-Fetch-Site: same-origin`],
  ["by older browsers", `Host: internal:3000\n${ours}`],
  ["with a word of the proxy", `Host: internal:3000\n${ours}\nX-Forwarded-Host: elsewhere.example`],
  ["with the host passed on", `Host: feedback.example.com\n${ours}`],
])("a form with a page works behind a proxy that calls us otherwise, %s", async (_, headers) => {
  const page = await send(behind, headers, "email=nobody", "/sign-in");
  expect(statusOf(page)).toBe(422);
  expect(page).toContain("nobody");
  expect(statusOf(await send(behind, headers))).toBe(303);
});

test.each([
  ["the proxy's own", "Host: internal:3000\nOrigin: http://internal:3000"],
  ["another site that names its host", "Host: evil.example\nOrigin: https://evil.example"],
  [
    "another site, as the proxy's host",
    `Host: internal:3000\nOrigin: https://evil.example\nX-Forwarded-Host: evil.example`,
  ],
])("where BASE_URL is set, a form from anywhere else is refused: %s", async (_, headers) => {
  expect(statusOf(await send(behind, headers))).toBe(403);
});

test("where BASE_URL is set, pages say that they are there, whatever the proxy calls us", async () => {
  const robots = await sendRaw("GET /robots.txt HTTP/1.1\nHost: internal:3000", "", behind.origin);
  expect(robots).toContain("Sitemap: https://feedback.example.com/sitemap.xml");
  const list = await sendRaw("GET / HTTP/1.1\nHost: internal:3000", "", behind.origin);
  expect(list).toContain('href="https://feedback.example.com/');
  expect(list).not.toContain("internal:3000");
  expect(await sendRaw("GET /robots.txt HTTP/1.1\nHost: here:1", "", alone.origin)).toContain("http://here:1/sitemap");
});

test("without BASE_URL, the host counts", async () => {
  expect(statusOf(await send(alone, "Host: here:1\nOrigin: http://here:1"))).toBe(303);
  expect(statusOf(await send(alone, "Host: here:1\nOrigin: http://there:1\nX-Forwarded-Host: there:1"))).toBe(403);
});

test("X-Forwarded-* are believed as TRUST_PROXY says, and of nobody without it", async () => {
  const asked = "Host: here:1\nX-Forwarded-Proto: https";
  expect(await send(alone, asked)).not.toContain("Secure");
  expect(await send(trusting, asked)).toContain("Secure");
  expect(await send(trusting, "Host: here:1\nX-Forwarded-Proto: a b")).not.toContain("Secure");
});

test("who asks is the one who connects, whatever they say, unless a proxy that we trust says it", async () => {
  const rename = async (app: RunningApp, i: number) =>
    statusOf(await send(app, `Host: here:1\nX-Forwarded-For: 203.0.113.${i}`, "name=Ben", "/sign-in/name"));
  const statuses = async (app: RunningApp) => {
    const all: number[] = [];
    for (let i = 1; i <= 11; i++) all.push(await rename(app, i));
    return all;
  };
  expect((await statuses(trusting)).slice(-1)).toEqual([303]);
  expect((await statuses(alone)).slice(-1)).toEqual([429]);
});

test("TRUST_PROXY is nobody, a number, or addresses; anything else is named at the start", () => {
  expect(trust("")).toBe(false);
  expect(trust("none")).toBe(false);
  expect(trust("2")).toBe(2);
  expect(trust("10.0.0.5,fd00::/8,loopback")).toEqual(["10.0.0.5", "fd00::/8", "loopback"]);
  for (const wrong of ["true", "all", "0", "10.0.0.5/x", "proxy.example", "10.0.0.5,", "1.2.3.4/300"]) {
    expect(() => trust(wrong)).toThrow("TRUST_PROXY has to be none, the number of proxies, or their addresses");
  }
});
