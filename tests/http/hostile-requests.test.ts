import { expect, test } from "vitest";
import { logged, origin, useApp } from "../support/app";
import { ask } from "../support/ask";
import { signedIn, Visitor } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { useDatabase } from "../support/database";
import { sendRaw, statusOf } from "../support/raw";

useDatabase();
useApp();

const errors = () => logged.filter(({ level }) => level === "error");

const odd: [head: string, status: number][] = [
  ["TRACE / HTTP/1.1\nHost: x", 405],
  ["OPTIONS * HTTP/1.1\nHost: x", 405],
  ["OPTIONS / HTTP/1.1\nHost: x", 405],
  ["PATCH /sign-in HTTP/1.1\nHost: x", 405],
  ["PUT /posts/1 HTTP/1.1\nHost: x\nContent-Length: 0", 405],
  ["DELETE /posts/1 HTTP/1.1\nHost: x", 405],
  ["GET http://127.0.0.1:3203/ HTTP/1.1\nHost: x", 400],
  ["GET // HTTP/1.1\nHost: x", 400],
  ["GET /// HTTP/1.1\nHost: x", 400],
  ["GET //evil.example/x HTTP/1.1\nHost: x", 400],
  ["GET /\\evil.example HTTP/1.1\nHost: x", 400],
  ["GET /..//evil.example HTTP/1.1\nHost: x", 400],
  ["GET /roadmap/%00 HTTP/1.1\nHost: x", 404],
  ["GET /posts//1 HTTP/1.1\nHost: x", 404],
  ["GET /posts/1/%ff HTTP/1.1\nHost: x", 400],
  ["GET /% HTTP/1.1\nHost: x", 400],
  [`GET /${"x".repeat(5000)} HTTP/1.1\nHost: x`, 404],
  ["GET / HTTP/1.1\nHost: a b", 400],
  ["GET / HTTP/1.1\nHost: [", 400],
  ["GET / HTTP/1.1\nHost: u:p@evil", 400],
  ["GET / HTTP/1.1\nHost: x:99999", 400],
  ["GET / HTTP/1.1\nHost: x/../y", 400],
  ["GET / HTTP/1.1\nHost: x\nX-Forwarded-Proto: a b", 200],
  ["GET / HTTP/1.1\nHost: x\nX-Forwarded-Proto: javascript", 200],
  ["GET / HTTP/1.1\nHost: [::1]:3000", 200],
];

test.each(odd.map(([head, status]) => [head.slice(0, 60), head, status] as const))(
  "%j is answered, and nobody's error",
  async (_, head, status) => {
    logged.length = 0;
    expect(statusOf(await sendRaw(head))).toBe(status);
    expect(errors()).toEqual([]);
  },
);

test("the raw data of pages and Remix's list of routes are not to be had, and asking logs no error", async () => {
  const { ben, ada } = await cast("ben", "ada");
  await post(ben, idea(await addBoard()));
  logged.length = 0;
  for (const visitor of [new Visitor(), await signedIn(ada)]) {
    for (const name of ["_data", "%5Fdata", "_d%61ta", "x=1&_data"]) {
      for (const route of ["", "routes/posts/show", "root", "nothing"]) {
        const page = await visitor.get(`/posts/1/dark-mode-at-night?${name}=${encodeURIComponent(route)}`);
        expect([page.status, page.html.includes("bodyHtml")]).toEqual([404, false]);
      }
    }
    expect((await visitor.post("/sign-in?_data=routes/sign-in/email", { email: "x" })).status).toBe(404);
    expect((await visitor.get("/__manifest?p=/staff")).status).toBe(404);
    expect((await visitor.get("/./__manifest?version=1&p=/")).status).toBe(404);
  }
  expect(errors()).toEqual([]);
});

test.each(["image", "script", "style", "font", "audio", "video", "object", "embed", "manifest", "worker", "xslt"])(
  "no page is to be had as %s: a text that names it as a picture does nothing",
  async (use) => {
    const { ada } = await cast("ada");
    const visitor = await signedIn(ada);
    for (const path of ["/", "/?lang=ar", "/me/data/export", "/staff/export/bugs.csv", "/feed.atom", "/sign-in"]) {
      const { status, headers } = await visitor.get(path, { "Sec-Fetch-Dest": use });
      expect([path, status, headers.getSetCookie()]).toEqual([path, 403, []]);
    }
    expect((await visitor.get("/healthz", { "Sec-Fetch-Dest": use })).status).toBe(200);
  },
);

test.each([
  ["/portal-abc.css", "style", ["image", "script"]],
  ["/portal-logo-0123456789ab.png", "image", ["style", "script"]],
])("%s is to be had as %s, and as no other part of a page", async (path, use, others) => {
  const statusAs = async (as: string) => (await new Visitor().get(path, { "Sec-Fetch-Dest": as })).status;
  expect(await statusAs(use)).toBe(await statusAs("document"));
  for (const other of others) expect([other, await statusAs(other)]).toEqual([other, 403]);
});

test.each(["document", "iframe", "empty"])("pages come as %s", async (use) => {
  expect((await new Visitor().get("/", { "Sec-Fetch-Dest": use })).status).toBe(200);
});

test("what is not there, or not by this method, is logged as no error", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const visitor = await signedIn(ben);
  logged.length = 0;
  const answers = [
    await visitor.get("/nowhere"),
    await visitor.get("/posts/1/vote"),
    await visitor.get("/theme"),
    await visitor.post("/search"),
    await visitor.post("/nowhere"),
    await visitor.post("/"),
  ];
  for (const { status } of answers) expect(status).toBeGreaterThanOrEqual(400);
  for (const { status } of answers) expect(status).toBeLessThan(500);
  expect(errors()).toEqual([]);
});

test("browsers are told that pages need no camera, microphone or place", async () => {
  const { headers } = await ask("/", { of: origin() });
  expect(headers["permissions-policy"]).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
});
