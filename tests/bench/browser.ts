import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "../support/find-chromium";
import { freePort } from "../support/free-port";
import { startChild, stopChild } from "./child";
import { table } from "./table";
import { untilReady } from "./until-ready";

// `npm run bench:browser`: how the demo's pages load on a phone with a slow line, against the goals. Writes BROWSER.md.

const pages = { list: "/", post: "/posts/1", search: "/search?q=keyboard" };
const rounds = 5;
const goals = { lcp: 1000, cls: 0, script: 90_000, style: 20_000 };

/** What a phone on 4G at the edge of its cell has: 1.6 Mbit/s down, 150 ms to and fro, a quarter of our processor. */
const line = { offline: false, downloadThroughput: 200_000, uploadThroughput: 94_000, latency: 150 };
const slowdown = 4;

interface Load {
  lcp: number;
  cls: number;
  /** Bytes of each kind as they are sent. */
  document: number;
  script: number;
  stylesheet: number;
}

async function load(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const sizes = { document: 0, script: 0, stylesheet: 0 };
  page.on("response", async (response) => {
    const type = response.request().resourceType() as keyof typeof sizes;
    if (type in sizes) sizes[type] += (await response.request().sizes()).responseBodySize;
  });
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.goto(address, { waitUntil: "networkidle" });
  const [paints = [], shifts = []] = await page.evaluate(() =>
    Promise.all(
      ["largest-contentful-paint", "layout-shift"].map(
        (type) =>
          new Promise<number[]>((resolve) => {
            new PerformanceObserver((list) =>
              resolve(list.getEntries().map((entry) => (entry as { value?: number }).value ?? entry.startTime)),
            ).observe({ type, buffered: true });
            setTimeout(() => resolve([]), 500);
          }),
      ),
    ),
  );
  await context.close();
  return { lcp: paints.at(-1) ?? Number.NaN, cls: shifts.reduce((sum, shift) => sum + shift, 0), ...sizes };
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

async function measure(browser: Browser, address: string): Promise<Load> {
  await fetch(address);
  const loads: Load[] = [];
  for (let round = 0; round < rounds; round++) loads.push(await load(browser, address));
  const middle = (key: keyof Load) => median(loads.map((one) => one[key]));
  const [lcp, cls] = [middle("lcp"), Math.max(...loads.map((one) => one.cls))];
  return { lcp, cls, document: middle("document"), script: middle("script"), stylesheet: middle("stylesheet") };
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

function row(name: string, { lcp, cls, document, script, stylesheet }: Load): string[] {
  const faults = [
    !(lcp < goals.lcp) && "LCP",
    cls > goals.cls && "CLS",
    script > goals.script && "scripts",
    stylesheet > goals.style && "styles",
  ].filter(Boolean);
  const verdict = faults.length ? `missed: ${faults.join(", ")}` : "reached";
  return [name, verdict, lcp.toFixed(0), cls.toFixed(3), ...[document, script, stylesheet].map(kilobytes)];
}

const port = await freePort();
const folder = await mkdtemp(path.join(tmpdir(), "groundswell-browser-"));
const env = {
  PATH: process.env.PATH,
  NODE_ENV: "production" as const,
  PORT: String(port),
  DATA_DIR: folder,
  LOG_LEVEL: "warn",
};
const child = startChild("build/server/demo.js", env);
const origin = `http://127.0.0.1:${port}`;
await untilReady(origin, child);
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
const rows: string[][] = [];
for (const [name, address] of Object.entries(pages)) rows.push(row(name, await measure(browser, origin + address)));
await browser.close();
await stopChild(child);
await rm(folder, { recursive: true });
const header = ["page", "goals", "LCP ms", "CLS", "HTML KB", "scripts KB", "styles KB"];
const report = [
  "# First load on a phone",
  "",
  "Written by `npm run bench:browser`: Chromium with an empty cache, 1.6 Mbit/s, 150 ms, a processor slowed to a",
  `quarter; ${rounds} loads, the median LCP and the worst CLS; kilobytes as they are sent. The goals: LCP under 1 s,`,
  "CLS 0, scripts under 90 KB, styles under 20 KB.",
  "",
  table(header, rows, 2),
  "",
].join("\n");
await writeFile("tests/bench/BROWSER.md", report);
console.log(report);
