import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepPage } from "~/http/page-cache/kept-page.server";
import type { PageCache } from "~/http/page-cache/open-page-cache.server";
import { createPages } from "~/http/page-cache/pages.server";
import { sendPage } from "~/http/page-cache/send-page.server";
import { servePages } from "~/http/page-cache/serve-pages.server";
import { createLog } from "~/log.server";
import { initialPortal } from "~/models/core/settings/settings.server";
import { ask } from "../support/ask";

// The cache in front of an app that renders when the test says so.

const mostBytes = 100_000;
let cache: PageCache;
let renders: { request: IncomingMessage; finish(html: string): void }[];
let server: ReturnType<typeof createServer>;
let of = "";

const portal = {
  read: async () => initialPortal,
  known: () => initialPortal,
  latest: () => initialPortal,
  close: async () => {},
};

beforeEach(async () => {
  renders = [];
  const pages = createPages(mostBytes);
  cache = { pages, renderings: new WeakMap(), isOpen: () => true, close: async () => {} };
  const log = createLog("silent");
  const app: Parameters<typeof createServer>[1] = (request, response) => {
    const finish = (html: string) => {
      const rendering = cache.renderings.get(request);
      if (!rendering) return void response.end(html);
      const page = keepPage(rendering.key, { posts: ["a"] }, html, []);
      rendering.end(page);
      sendPage(pages, page, { request, response, more: [] });
    };
    renders.push({ request, finish });
  };
  server = createServer(servePages({ cache, portal, log, isSiteKnown: true, app })).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  of = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

const get = async (path = "/") => (await ask(path, { of })).body.toString();
const rendering = (count: number) => expect.poll(() => renders.length).toBe(count);
/** Until the server has a request that waits. */
const arrived = async (answer: Promise<unknown>) => {
  await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 100))]);
};

test("a page that was changed while it was rendered is not kept", async () => {
  const first = get();
  await rendering(1);
  cache.pages.touch(["post b", "post a"]);
  renders[0]?.finish("old");
  expect(await first).toBe("old");
  const second = get();
  await rendering(2);
  renders[1]?.finish("new");
  expect([await second, await get(), renders.length]).toEqual(["new", "new", 2]);
});

test("one that something else changed meanwhile is", async () => {
  const first = get();
  await rendering(1);
  cache.pages.touch(["post b", "lists", { sort: "top", from: 1, to: 2 }]);
  renders[0]?.finish("page");
  expect([await first, await get(), renders.length]).toEqual(["page", "page", 1]);
});

test("whoever comes after a change does not get a page that was begun before it", async () => {
  const early = get();
  await rendering(1);
  cache.pages.touch(["post a"]);
  const late = get();
  await arrived(late);
  expect(renders.length).toBe(1);
  renders[0]?.finish("old");
  await rendering(2);
  renders[1]?.finish("new");
  expect([await early, await late]).toEqual(["old", "new"]);
});

test("when the one who has a page rendered goes away, one of those who wait takes over", async () => {
  const gone = new AbortController();
  const first = fetch(of, { signal: gone.signal }).catch(() => "gone");
  await rendering(1);
  // As fetch asks for it: the same page.
  const others = Promise.all([get(), get()]);
  await arrived(others);
  gone.abort();
  expect(await first).toBe("gone");
  await rendering(2);
  renders[1]?.finish("page");
  expect([await others, renders.length]).toEqual([["page", "page"], 2]);
});

test("no more bytes are kept than were allowed, and the page that was read last stays longest", async () => {
  for (let i = 0; i < 30; i++) {
    const page = get(`/?after=${i}`);
    await rendering(i + 1);
    renders[i]?.finish("x".repeat(10_000));
    await page;
    await get("/?after=0");
    expect(cache.pages.bytes()).toBeLessThanOrEqual(mostBytes);
  }
  expect(cache.pages.bytes()).toBeGreaterThan(mostBytes / 2);
  expect(renders.length).toBe(30);
  const again = get("/?after=1");
  await rendering(31);
  renders[30]?.finish("x");
  await again;
});

test("compressed forms count as well", async () => {
  const page = get();
  await rendering(1);
  renders[0]?.finish(Array.from({ length: 500 }, (_, i) => `<p>${i * 7919}</p>`).join(""));
  await page;
  const before = cache.pages.bytes();
  await expect
    .poll(async () => (await ask("/", { of, headers: { "Accept-Encoding": "br" } })).headers["content-encoding"])
    .toBe("br");
  expect(cache.pages.bytes()).toBeGreaterThan(before + 500);
});
