import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { votes } from "#db/schema";
import { origin, useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, addTag, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

test.each(["/", "/posts/1/dark-mode-at-night", "/sign-in", "/nowhere", "/healthz", "/dev/outbox"])(
  "%s comes with headers that leave nothing to attack",
  async (path) => {
    const { ben } = await cast("ben");
    await post(ben, idea(await addBoard()));
    const { headers } = await new Visitor().get(path);
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|nonce/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("X-Powered-By")).toBeNull();
  },
);

test("pages have no script, style or handler inline", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  for (const visitor of [new Visitor(), await signedIn(mona)]) {
    for (const path of ["/", "/posts/1/dark-mode-at-night", "/posts/new", "/sign-in"]) {
      const { document } = await visitor.get(path);
      expect(document.querySelector("script:not([src]), style, [style]")).toBeNull();
    }
  }
});

const foreign: Record<string, string>[] = [
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site" },
  { Origin: "https://evil.example" },
  { Origin: "null" },
  { Origin: "http://127.0.0.1.evil.example" },
];

test.each(foreign)("a form sent by another site (%j) does nothing", async (headers) => {
  const { ben, cleo } = await cast("ben", "cleo");
  await post(ben, idea(await addBoard()));
  const visitor = await signedIn(cleo);
  const page = await visitor.post("/posts/1/vote", { vote: "on" }, headers);
  expect(page.status).toBe(403);
  expect(page.html).toContain("another site");
  expect(await db.select().from(votes).where(eq(votes.userId, cleo.id))).toEqual([]);
});

test("our own forms pass, and so do programs that are no browser", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const visitor = await signedIn(ben);
  expect((await visitor.post("/posts/1/vote", { vote: "on" }, { "Sec-Fetch-Site": "same-origin" })).status).toBe(303);
  const cookie = `session=${visitor.cookies.get("session")}`;
  const program = await fetch(`${origin()}/posts/1/vote`, {
    method: "POST",
    body: "vote=off",
    redirect: "manual",
    headers: { Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" },
  });
  expect(program.status).toBe(303);
});

test("more than a megabyte is refused, by its own word or as it arrives", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const page = await visitor.post("/posts/new", { body: "x".repeat(1_100_000) });
  expect(page.status).toBe(413);
  expect(page.html).toContain("too large");
  const endless = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode("x".repeat(100_000)));
    },
  });
  const headers = { Cookie: `session=${visitor.cookies.get("session")}` };
  const init = { method: "POST", headers, body: endless, duplex: "half" } as RequestInit;
  const streamed = fetch(`${origin()}/posts/new`, init);
  await expect(streamed.then(({ status }) => status)).resolves.toBe(413);
});

/** What each address may be used by; everybody else is sent to sign in or told that they may not. */
const guarded: { path: string; method: "GET" | "POST"; fields?: Record<string, string>; allowed: string[] }[] = [
  { path: "/posts/new", method: "GET", allowed: ["ben", "milo", "mona", "ada"] },
  { path: "/me", method: "GET", allowed: ["ben", "milo", "mona", "ada"] },
  { path: "/posts/1/move", method: "GET", allowed: ["mona", "ada"] },
  { path: "/posts/1/pin", method: "POST", fields: { on: "yes" }, allowed: ["mona", "ada"] },
  { path: "/posts/1/board", method: "POST", fields: { boardId: "1" }, allowed: ["mona", "ada"] },
  { path: "/posts/1/lock", method: "POST", fields: { on: "yes" }, allowed: ["milo", "mona", "ada"] },
  { path: "/posts/1/tags", method: "POST", allowed: ["milo", "mona", "ada"] },
  { path: "/posts/1/delete", method: "POST", fields: { on: "yes" }, allowed: ["milo", "mona", "ada"] },
  { path: "/staff", method: "GET", allowed: ["milo", "mona", "ada"] },
  { path: "/staff/tags", method: "GET", allowed: ["milo", "mona", "ada"] },
  {
    path: "/staff/tags/1",
    method: "POST",
    fields: { name: "x", slug: "x", color: "red" },
    allowed: ["milo", "mona", "ada"],
  },
  { path: "/staff/tags/2/delete", method: "POST", allowed: ["milo", "mona", "ada"] },
  { path: "/staff/boards", method: "GET", allowed: ["ada"] },
  { path: "/staff/boards/1", method: "POST", fields: { name: "x", slug: "x", visibility: "public" }, allowed: ["ada"] },
  { path: "/staff/people", method: "GET", allowed: ["ada"] },
  { path: "/staff/mail", method: "GET", allowed: ["ada"] },
  { path: "/staff/mail/test", method: "GET", allowed: ["ada"] },
  { path: "/staff/mail/test", method: "POST", allowed: ["ada"] },
  { path: "/staff/mail/suppressions", method: "GET", allowed: ["ada"] },
  { path: "/staff/mail/suppressions", method: "POST", fields: { email: "x@example.com" }, allowed: ["ada"] },
  { path: "/staff/mail/suppressions/lift", method: "POST", fields: { email: "x@example.com" }, allowed: ["ada"] },
  { path: "/staff/jobs", method: "GET", allowed: ["ada"] },
  { path: "/staff/jobs/retry", method: "POST", fields: { queue: "send-mail" }, allowed: ["ada"] },
  { path: "/staff/requests", method: "GET", allowed: ["mona", "ada"] },
  { path: "/staff/requests/count", method: "POST", allowed: ["mona", "ada"] },
  { path: "/staff/requests/1", method: "GET", allowed: ["mona", "ada"] },
  { path: "/staff/requests/1/effort", method: "POST", fields: { effort: "3" }, allowed: ["mona", "ada"] },
  { path: "/staff/insights", method: "GET", allowed: ["mona", "ada"] },
  { path: "/staff/companies", method: "GET", allowed: ["mona", "ada"] },
  { path: "/staff/companies/acme.com/remove", method: "POST", allowed: ["mona", "ada"] },
  { path: "/staff/jobs/discard", method: "POST", fields: { queue: "send-mail" }, allowed: ["ada"] },
];

test.each(guarded)("$method $path is for $allowed", async ({ path, method, fields, allowed }) => {
  const people = await cast("ben", "milo", "mona", "ada");
  await post(people.ben, idea(await addBoard()));
  await addTag("tag");
  const send = (visitor: Visitor) => (method === "GET" ? visitor.get(path) : visitor.post(path, fields));
  const visitor = await send(new Visitor());
  expect(visitor.location).toMatch(/^\/sign-in\?next=/);
  for (const [name, user] of Object.entries(people)) {
    const page = await send(await signedIn(user));
    if (allowed.includes(name)) expect([200, 302, 303], name).toContain(page.status);
    else expect([page.status, words(page)], name).toEqual([403, expect.stringContaining("Not for this account")]);
  }
});
