import { eq } from "drizzle-orm";
import { SignJWT } from "jose";
import { expect, onTestFinished, test } from "vitest";
import { companies, deliveries, events, identities, sessions, users } from "#db/schema";
import { logged, origin, startApp, useApp } from "../support/app";
import { ask } from "../support/ask";
import { type Page, Visitor } from "../support/browser";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();

const now = "the secret of today, thirty-two or more";
const later = "the secret of tomorrow, as long as that";

useApp({ SSO_SECRET: now, SSO_SECRET_NEXT: later, SSO_NAME: "Acme" });

interface Token {
  secret?: string;
  alg?: string;
  aud?: string | undefined;
  /** Seconds from now. */
  exp?: number | undefined;
  claims?: Record<string, unknown>;
}

let count = 0;

async function tokenOf({ secret = now, alg = "HS256", claims = {}, ...rest }: Token = {}): Promise<string> {
  const at = Math.floor(Date.now() / 1000);
  const { aud, exp } = { aud: origin(), exp: 300, ...rest };
  const all = { email: "ben@example.com", jti: String(count++), ...claims };
  const token = new SignJWT({ ...all, ...(aud && { aud }), ...(exp !== undefined && { exp: at + exp }) });
  return token.setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));
}

async function arrive(token: string, { visitor = new Visitor(), next = "/me" } = {}): Promise<Page> {
  let page = await visitor.get(`/sso?token=${token}&next=${encodeURIComponent(next)}`);
  for (let hops = 0; page.location && hops < 5; hops++) page = await visitor.get(page.location);
  return page;
}

const heading = (page: Page) => page.document.querySelector("h1")?.textContent;
const toast = (page: Page) => page.document.querySelector("toast-region")?.textContent ?? "";

test("a token signs somebody in, with their name and company, where they wanted to go", async () => {
  const claims = { email: "New@Acme.com", name: "Newton", company: { name: "Acme", value: 1200 } };
  const page = await arrive(await tokenOf({ claims }));
  expect(heading(page)).toBe("Newton");
  expect(await db.select().from(users)).toMatchObject([{ email: "new@acme.com", name: "Newton", role: "member" }]);
  expect(await db.select().from(companies)).toMatchObject([{ domain: "acme.com", name: "Acme", value: 1200 }]);
});

test("what a token does not say stays as it is", async () => {
  const { ben } = await cast("ben");
  await db.insert(companies).values({ domain: "acme.com", name: "Acme", value: 5 });
  await arrive(await tokenOf({ claims: { name: "Another", company: { domain: "acme.com", value: 7 } } }));
  await arrive(await tokenOf({ claims: { company: { domain: "acme.com", name: "Acme Inc." } } }));
  await arrive(await tokenOf());
  expect(await db.select().from(companies)).toMatchObject([{ domain: "acme.com", name: "Acme Inc.", value: 7 }]);
  expect((await db.select().from(users).where(eq(users.id, ben.id)))[0]?.name).toBe("Ben");
  await arrive(await tokenOf({ claims: { email: "ben@gmail.com", company: { value: 7 } } }));
  expect(await db.$count(companies)).toBe(1);
});

test("a token may say more than is read, in thousands of characters", async () => {
  await cast("ben");
  expect(heading(await arrive(await tokenOf({ claims: { groups: "x".repeat(4000) } })))).toBe("Ben");
});

test("a name that can be none is asked for", async () => {
  expect(heading(await arrive(await tokenOf({ claims: { name: "x" } })))).toBe("What shall we call you?");
});

test("the person is told, once, and is the same when their address changes", async () => {
  await cast("ben");
  await arrive(await tokenOf({ claims: { sub: "7" } }));
  const page = await arrive(await tokenOf({ claims: { sub: "7", email: "benjamin@example.com" } }));
  expect(heading(page)).toBe("Ben");
  await runJobs();
  expect(await db.select().from(deliveries)).toMatchObject([{ kind: "identity", to: "ben@example.com" }]);
  expect(await db.select().from(identities)).toMatchObject([{ provider: "sso", subject: "7" }]);
  expect(await db.select({ type: events.type }).from(events)).toEqual([{ type: "user.identity_joined" }]);
});

test("either secret is good while one is changed", async () => {
  await cast("ben");
  expect(heading(await arrive(await tokenOf({ secret: later })))).toBe("Ben");
});

test.each<[string, Token, string]>([
  ["signed with another secret", { secret: "x".repeat(40) }, "does not sign anybody in"],
  ["signed in another way", { alg: "HS512" }, "does not sign anybody in"],
  ["for another portal", { aud: "https://feedback.example.com" }, "does not sign anybody in"],
  ["for nobody in particular", { aud: undefined }, "does not sign anybody in"],
  ["without an end", { exp: undefined }, "does not sign anybody in"],
  ["good for more than an hour", { exp: 3700 }, "does not sign anybody in"],
  ["over", { exp: -5 }, "no longer good"],
  ["without an address", { claims: { email: undefined } }, "does not sign anybody in"],
  ["with what can be no address", { claims: { email: "ben" } }, "Acme does not say"],
  ["with a company of another shape", { claims: { company: "Acme" } }, "does not sign anybody in"],
])("a token that is %s is refused, and says why", async (_what, token, sentence) => {
  await cast("ben");
  const page = await arrive(await tokenOf(token));
  expect(toast(page)).toContain(sentence);
  expect(page.document.querySelector("input[name=next]")?.getAttribute("value")).toBe("/me");
  expect(await db.select().from(sessions)).toEqual([]);
  expect(await db.select().from(identities)).toEqual([]);
});

test.each(["", "nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJlbWFpbCI6ImJlbkBleGFtcGxlLmNvbSJ9."])(
  "%j is no token",
  async (token) => {
    expect(toast(await arrive(token))).toContain("does not sign anybody in");
  },
);

test("a token is good once, however its signature is written down", async () => {
  await cast("ben");
  const token = await tokenOf();
  expect(heading(await arrive(token))).toBe("Ben");
  expect(toast(await arrive(token))).toContain("works only once");
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const last = letters.indexOf(token.at(-1) ?? "");
  for (const twin of [last ^ 1, last ^ 2, last ^ 3])
    expect(toast(await arrive(token.slice(0, -1) + letters[twin]))).not.toContain("Welcome");
  expect(await db.$count(sessions)).toBe(1);
});

test("two who come with the same token at once: one is signed in", async () => {
  await cast("ben");
  const token = await tokenOf();
  await Promise.all([arrive(token), arrive(token), arrive(token)]);
  expect(await db.$count(sessions)).toBe(1);
});

test("whoever only looks uses nothing up", async () => {
  await cast("ben");
  const token = await tokenOf();
  await ask(`/sso?token=${token}`, { method: "HEAD" });
  await new Visitor().get(`/sso?token=${token}`, { "Sec-Purpose": "prefetch;prerender" });
  expect(heading(await arrive(token))).toBe("Ben");
});

test("whoever is blocked stays out", async () => {
  const { ben } = await cast("ben");
  await db.update(users).set({ blockedAt: new Date() }).where(eq(users.id, ben.id));
  expect(heading(await arrive(await tokenOf()))).toBe("Sign in");
  expect(await db.select().from(sessions)).toEqual([]);
});

test.each(["https://evil.example", "//evil.example"])("nobody is led to %s", async (next) => {
  await cast("ben");
  const page = await new Visitor().get(`/sso?token=${await tokenOf()}&next=${encodeURIComponent(next)}`);
  expect(page.location).toBe("/");
});

test("without a secret there is no such address", async () => {
  const app = await startApp();
  onTestFinished(() => app.stop());
  expect((await ask(`/sso?token=${await tokenOf()}`, { of: app.origin })).status).toBe(404);
});

test("no log line has a token", async () => {
  await cast("ben");
  logged.length = 0;
  const tokens = [await tokenOf(), await tokenOf({ exp: -5 })];
  for (const token of tokens) await arrive(token);
  const text = JSON.stringify(logged);
  expect(text).toContain('"path":"/sso"');
  for (const token of tokens) for (const part of token.split(".").slice(1)) expect(text).not.toContain(part);
});
