import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, test } from "vitest";
import routes from "~/routes";
import { logged, useApp } from "../support/app";
import { ask } from "../support/ask";
import { signedIn, Visitor } from "../support/browser";
import { addBoard, addRoadmap, addTag, cast, idea, post } from "../support/cast";
import { useDatabase } from "../support/database";

useDatabase();
useApp();

const values = ["%00", "0000-01-01_1", "-".repeat(36), "99999999999999999999", "__proto__", "%ED%A0%80"];
const names = [
  "board",
  "tag",
  "label",
  "kind",
  "status",
  "sort",
  "q",
  "after",
  "before",
  "until",
  "from",
  "to",
  "page",
];
const more = [
  "address",
  "reply",
  "saved",
  "into",
  "post",
  "change",
  "next",
  "preset",
  "ticket",
  "chosen",
  "did",
  "was",
];
const every = [...names, ...more];

const before = ["/feed.atom", "/feed.json", "/changelog/feed.atom", "/roadmap/feed.json", "/posts/1/feed.atom"];
const cursors = [
  "0000-01-01T00:00:00.000Z_1",
  `0000-01-01T00:00:00.000Z_${"-".repeat(36)}`,
  "1_99999999999",
  "9e999_1",
];

/** Each name with another value, and the next time with the one after that. */
const search = (turn: number) => every.map((name, i) => `${name}=${values[(i + turn) % values.length]}`).join("&");

test("no address, parameter or cursor makes a 5xx of a hostile value, whoever sends it", async () => {
  const { ben, ada } = await cast("ben", "ada");
  await post(ben, idea(await addBoard()));
  await addTag("loud");
  await addRoadmap();
  const paths = ((await routes) as RouteConfigEntry[]).map(({ path = "" }) => `/${path.replace("*", "x")}`);
  const filled = (path: string, value: string) => path.replace(/:(\w+)\??/g, () => value);
  const addresses = [...before, ...paths].flatMap((path, i) => [
    `${filled(path, "1")}?${search(i)}`,
    ...(path.includes(":") ? [filled(path, "2147483648"), filled(path, "-".repeat(36))] : []),
  ]);
  const lists = ["/", "/posts/1/dark-mode-at-night", "/me", "/me/votes", "/staff/mail", "/changelog", "/staff/inbox"];
  addresses.push(...lists.flatMap((path) => cursors.map((cursor) => `${path}?after=${cursor}`)));
  for (const day of ["0000-01-01", "10000-01-01"]) {
    addresses.push(`/staff/requests?did=opened&from=${day}&to=${day}`, `/roadmap/roadmap/history?until=${day}`);
  }
  addresses.push("/dev/outbox/xyz", "/people?q=%00&post=99999999999");
  logged.length = 0;
  const wrong: string[] = [];
  for (const visitor of [new Visitor(), await signedIn(ada)]) {
    const headers = { Cookie: `session=${visitor.cookies.get("session") ?? ""}`, Accept: "text/html" };
    for (const address of addresses) {
      const { status } = await ask(address, { headers });
      if (status >= 500) wrong.push(`${address}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(logged.filter(({ level }) => level === "error")).toEqual([]);
  expect((await ask("/dev/outbox/xyz")).status).toBe(404);
}, 120_000);

test("a cookie of a vote that no post can have keeps nobody from signing in", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  visitor.cookies.set("vote-after-sign-in", "99999999999");
  expect((await visitor.post("/sign-in/name", { name: "Ben" })).status).toBe(303);
});

test("private pages are kept nowhere, and signing out clears what the browser kept", async () => {
  const { ben, ada } = await cast("ben", "ada");
  const [member, admin] = [await signedIn(ben), await signedIn(ada)];
  for (const path of ["/me", "/me/preferences", "/me/data"]) {
    expect((await member.get(path)).headers.get("Cache-Control")).toBe("private, no-store");
  }
  expect((await admin.get("/staff/people")).headers.get("Cache-Control")).toBe("private, no-store");
  expect((await member.get("/")).headers.get("Cache-Control")).toBe("private, no-cache");
  expect((await member.post("/sign-out")).headers.get("Clear-Site-Data")).toContain('"cache"');
});
