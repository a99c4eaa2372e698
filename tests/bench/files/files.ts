import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import sharp from "sharp";
import { startPostgres } from "../../support/postgres-server";
import { type AppProcess, memoryOf, startApp } from "../app-process";
import { stopChild } from "../child";
import { describeMachine } from "../machine";
import { percentile } from "../percentile";
import { table } from "../table";
import { filler, sendFile } from "./send";
import { setStage } from "./stage";

// `npm run bench:files`: how much memory uploads take, and how much slower pages are while pictures are made. Needs
// PostgreSQL. Writes FILES.md; exits with 1 where memory grows with the number of uploads, or pages slow down too much.

/** Bytes of a file: just what a portal allows at first. */
const fileBytes = 25_000_000;
/** Of the peak of memory with fifty uploads to that with ten; and of a page's time with pictures being made to without; and thumbnails a minute. */
const goals = { growth: 1.3, slowdown: 1.2, thumbnails: 1000 };
const seconds = 20;

const server = await startPostgres();
const folder = await mkdtemp(path.join(tmpdir(), "groundswell-bench-files-"));
const session = await setStage(server.url);
const app = await startApp(server.url, { DATA_DIR: folder, PAGE_CACHE_MB: "0" });

/** Megabytes at most while something is done. */
async function peakDuring(act: () => Promise<unknown>): Promise<number> {
  let peak = 0;
  const look = async () => void (peak = Math.max(peak, (await memoryOf(app.child)) ?? 0));
  const looking = setInterval(look, 50);
  await act();
  clearInterval(looking);
  return peak;
}

const uploads = (count: number) => () =>
  Promise.all(Array.from({ length: count }, () => sendFile(app.origin, session, "log.bin", filler(fileBytes))));

const forgetDrafts = async () => {
  const sql = postgres(server.url, { max: 1 });
  await sql`delete from attachments`;
  await sql.end();
};

/** Milliseconds that a page takes, the median and the one in twenty, asked for twenty times a second. */
async function timePages({ origin }: AppProcess, isOver: () => boolean): Promise<[median: number, high: number]> {
  const times: number[] = [];
  while (!isOver()) {
    const begun = performance.now();
    await (await fetch(`${origin}/posts/1/dark-mode`)).text();
    const time = performance.now() - begun;
    times.push(time);
    await pause(Math.max(0, 50 - time));
  }
  return [percentile(0.5, times), percentile(0.95, times)];
}

const during = (ms: number) => {
  const end = performance.now() + ms;
  return () => performance.now() > end;
};

await timePages(app, during(3000));
const atRest = (await memoryOf(app.child)) ?? 0;
const memory: string[][] = [["none", atRest.toFixed(0), ""]];
const peaks: number[] = [];
for (const count of [1, 10, 50]) {
  const begun = performance.now();
  const peak = await peakDuring(uploads(count));
  peaks.push(peak);
  const rate = (count * fileBytes) / 1e6 / ((performance.now() - begun) / 1000);
  memory.push([String(count), peak.toFixed(0), rate.toFixed(0)]);
  await forgetDrafts();
}

/** A camera's photograph: something everywhere, and no more noise than a sensor has. */
const photo = await sharp({
  create: {
    width: 4000,
    height: 3000,
    channels: 3 as const,
    background: "#888",
    noise: { type: "gaussian" as const, mean: 128, sigma: 60 },
  },
})
  .blur(3)
  .jpeg({ quality: 85 })
  .toBuffer();
const lines = Array.from(
  { length: 40 },
  (_, i) => `<text x="${40 + (i % 3) * 20}" y="${40 + i * 21}">Line ${i} of what a program shows</text>`,
);
/** What most people attach: a program as it is on their screen. */
const screenshot = await sharp(
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1440" height="900" font-family="sans-serif" font-size="16">
    <rect width="1440" height="900" fill="#fbfbfa"/><rect x="900" width="540" height="900" fill="#e3f2f3"/>${lines.join("")}</svg>`),
)
  .png()
  .toBuffer();

/** How many of a picture are made a minute while pages are asked for, and what becomes of these. */
async function measure(name: string, picture: Buffer) {
  const isOver = during(seconds * 1000);
  let count = 0;
  async function sendPictures(): Promise<void> {
    while (!isOver()) {
      await sendFile(app.origin, session, name, [picture]);
      count += 1;
      if (count % 40 === 0) await forgetDrafts();
    }
  }
  let times: [number, number] = [0, 0];
  const peak = await peakDuring(async () => {
    [times] = await Promise.all([timePages(app, isOver), sendPictures(), sendPictures()]);
  });
  await forgetDrafts();
  return { times, peak, aMinute: (count * 60) / seconds };
}

const before = await timePages(app, during(seconds * 1000));
const photos = await measure("photo.jpg", photo);
const screenshots = await measure("screen.png", screenshot);

const growth = (peaks[2] ?? 0) / (peaks[1] ?? 1);
/** Beside the whole picture there are two smaller ones. */
const thumbnails = screenshots.aMinute * 2;
const slowdown = Math.max(photos.times[0], screenshots.times[0]) / before[0];
const sql = postgres(server.url, { max: 1 });
const machine = await describeMachine(sql);
await sql.end();
await stopChild(app.child);
await server.stop();
await rm(folder, { recursive: true });

const reached = (isReached: boolean) => (isReached ? "reached" : "missed");
const atMost = (value: number, goal: number) => `${value.toFixed(2)} (at most ${goal}): ${reached(value <= goal)}`;
const atLeast = (value: number, goal: number) => `${value.toFixed(0)} (at least ${goal}): ${reached(value >= goal)}`;
const text = `# Files

Written by \`npm run bench:files\`: the server as it is in production, its files in a folder. A page is that of a post, not
kept, asked for twenty times a second; two people send pictures one after the other, which are made anew in several sizes.

Memory of the server while files of 25 MB are sent at once:

${table(["uploads at once", "memory MB", "MB/s"], memory)}

Of fifty to ten: ${atMost(growth, goals.growth)}.

${table(
  ["", "page ms (median)", "page ms (95 %)", "pictures a minute", "memory MB"],
  [
    ["no pictures", ...before.map((ms) => ms.toFixed(1)), "", ""],
    ...[
      { what: "photographs of 12 megapixels, in four sizes", ...photos },
      { what: "screenshots of 1440 × 900, in three", ...screenshots },
    ].map(({ what, times, aMinute, peak }) => [
      what,
      ...times.map((ms) => ms.toFixed(1)),
      aMinute.toFixed(0),
      peak.toFixed(0),
    ]),
  ],
)}

How much slower pages are: ${atMost(slowdown, goals.slowdown)}.
Thumbnails of screenshots a minute, without the whole pictures: ${atLeast(thumbnails, goals.thumbnails)}.

${machine.join("  \n")}
`;
await writeFile("tests/bench/files/FILES.md", text);
console.log(text);
const isReached = growth <= goals.growth && slowdown <= goals.slowdown && thumbnails >= goals.thumbnails;
process.exitCode = isReached ? 0 : 1;
