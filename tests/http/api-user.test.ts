import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { passkeys, personalTokens, sessions, users } from "#db/schema";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import { resetPasskeys } from "~/models/core/sign-in/passkeys/reset-passkeys.server";
import { revokeToken } from "~/models/core/tokens/own-tokens.server";
import type { User } from "~/models/core/users/viewer";
import { askApi, tokenOf } from "../support/api";
import { logged, origin, useApp } from "../support/app";
import { signedIn } from "../support/browser";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

let [ada, ben]: User[] = [];

beforeEach(async () => {
  ({ ada, ben } = await cast("ada", "ben"));
});

const someone = (user: User | undefined): User => user as User;
const me = (token: string) => askApi("/api/me", { token });
const cookieOf = async (user: User) => `session=${(await signedIn(user)).cookies.get("session")}`;
const wrong = { status: 401, body: { code: "accessTokenWrong" } };

test("a token says who asks and what it is for; a session has no scopes", async () => {
  const token = await tokenOf(someone(ben), { scopes: ["tickets:write", "tickets:read"] });
  const user = { id: ben?.id, name: "Ben", role: "member", language: "en" };
  expect((await me(token)).body).toEqual({ user, scopes: ["tickets:read", "tickets:write"] });
  const answer = await askApi("/api/me", { headers: { Cookie: await cookieOf(someone(ben)) } });
  expect(answer.body).toEqual({ user, scopes: null });
});

test("whoever says nothing of who they are signs in first; what is no token is wrong", async () => {
  const token = await tokenOf(someone(ben));
  const stranger = await askApi("/api/me");
  expect(stranger).toMatchObject({ status: 401, body: { code: "signInFirst", error: "Please sign in first." } });
  expect(stranger.headers.get("WWW-Authenticate")).toBe("Bearer");
  const tampered = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
  for (const one of ["", "x", token.slice(3), token.slice(0, -1), tampered, token.toUpperCase(), `${token} x`]) {
    expect(await me(one), one).toMatchObject(wrong);
  }
  expect((await me(tampered)).headers.get("WWW-Authenticate")).toBe("Bearer");
  expect((await me(token)).status).toBe(200);
});

test("beside a token no cookie counts, and no origin", async () => {
  const Cookie = await cookieOf(someone(ada));
  const token = await tokenOf(someone(ben));
  const elsewhere = { Cookie, Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
  expect((await askApi("/api/me", { token, headers: elsewhere })).body.user).toMatchObject({ name: "Ben" });
  expect(await askApi("/api/me", { token: "gs_x", headers: { Cookie } })).toMatchObject(wrong);
});

test("a session reads from our own pages and from nowhere else", async () => {
  const Cookie = await cookieOf(someone(ben));
  const read = async (headers: object) => (await askApi("/api/me", { headers: { Cookie, ...headers } })).status;
  expect(await read({ "Sec-Fetch-Site": "same-origin" })).toBe(200);
  expect(await read({ Origin: origin() })).toBe(200);
  expect(await read({ "Sec-Fetch-Site": "cross-site" })).toBe(403);
  expect(await read({ "Sec-Fetch-Site": "same-site" })).toBe(403);
  expect(await read({ Origin: "https://evil.example" })).toBe(403);
});

test("the API sends no cookie, not even where a session is about to be prolonged", async () => {
  const Cookie = await cookieOf(someone(ben));
  await db.update(sessions).set({ expiresAt: sql`now() + interval '1 day'` });
  const [before] = await db.select({ expiresAt: sessions.expiresAt }).from(sessions);
  expect((await askApi("/api/me", { headers: { Cookie } })).status).toBe(200);
  expect(await db.select({ expiresAt: sessions.expiresAt }).from(sessions)).toEqual([before]);
  await db.delete(sessions);
  expect((await askApi("/api/me", { headers: { Cookie } })).status).toBe(401);
});

test("the last use is noted, at most once an hour", async () => {
  const token = await tokenOf(someone(ben));
  const used = async () => (await db.select().from(personalTokens))[0]?.usedAt?.getTime() ?? 0;
  await me(token);
  await vi.waitUntil(used);
  const first = await used();
  await me(token);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await used()).toBe(first);
  await db.update(personalTokens).set({ usedAt: sql`now() - interval '61 minutes'` });
  await me(token);
  await vi.waitUntil(async () => (await used()) >= first);
});

test("one that is revoked or has ended is worth nothing", async () => {
  const [revoked, ended] = [await tokenOf(someone(ben), { name: "Old" }), await tokenOf(someone(ben))];
  const [old] = await db.select().from(personalTokens).where(eq(personalTokens.name, "Old"));
  await revokeToken(db, { viewer: someone(ben), id: old?.id ?? "" });
  expect(await me(revoked)).toMatchObject(wrong);
  expect((await me(ended)).status).toBe(200);
  await db.update(personalTokens).set({ expiresAt: sql`now() - interval '1 second'` });
  expect(await me(ended)).toMatchObject(wrong);
});

test("nor is one of somebody who is blocked, or whose account is deleted", async () => {
  const token = await tokenOf(someone(ben));
  await db.update(users).set({ blockedAt: new Date() }).where(eq(users.name, "Ben"));
  expect(await me(token)).toMatchObject(wrong);
  await db.update(users).set({ blockedAt: null });
  expect((await me(token)).status).toBe(200);
  await deleteAccount(db, { viewer: someone(ben), userId: ben?.id ?? "", texts: "kept" });
  expect(await me(token)).toMatchObject(wrong);
});

test("a token never makes its bearer more than its owner is today", async () => {
  const token = await tokenOf(someone(ada), { scopes: ["settings:write"] });
  expect((await me(token)).body.user).toMatchObject({ role: "admin" });
  await db.update(users).set({ role: "member" });
  expect((await me(token)).body.user).toMatchObject({ role: "member" });
});

test("where the team needs passkeys, only a token made after one carries the rights of the team", async () => {
  const key = { id: "key", userId: ada?.id ?? "", name: "Laptop", publicKey: "x" };
  await db.insert(passkeys).values(key);
  const [plain, proved] = [await tokenOf(someone(ada)), await tokenOf(someone(ada), { isByPasskey: true })];
  const roles = async () => Promise.all([plain, proved].map(async (token) => (await me(token)).body.user));
  expect(await roles()).toMatchObject([{ role: "admin" }, { role: "admin" }]);
  await changeSettings(db, { viewer: someone(ada), values: { staffNeedPasskey: true } });
  expect(await roles()).toMatchObject([{ role: "member" }, { role: "admin" }]);
});

test("whoever has lost their device has no programs any more, either", async () => {
  const { mona } = await cast("mona");
  await db.insert(passkeys).values({ id: "key", userId: mona.id, name: "Laptop", publicKey: "x" });
  const token = await tokenOf(mona, { isByPasskey: true });
  await resetPasskeys(db, { viewer: someone(ada), userId: mona.id });
  expect(await me(token)).toMatchObject(wrong);
});

test("a private portal says who one is to those who say it, and 401 to others", async () => {
  const token = await tokenOf(someone(ben));
  await changeSettings(db, { viewer: someone(ada), values: { isPrivate: true } });
  expect(await askApi("/api/me", { headers: { Accept: "text/html", "Sec-Fetch-Dest": "document" } })).toMatchObject({
    status: 401,
    body: { code: "signInFirst" },
  });
  expect((await me(token)).status).toBe(200);
});

test("guessing comes to an end, for the address that guesses alone", async () => {
  const headers = { "X-Forwarded-For": "198.51.100.7" };
  const token = await tokenOf(someone(ben));
  const guess = () => askApi("/api/me", { token: `gs_${"x".repeat(43)}`, headers });
  for (let i = 0; i < 60; i++) expect((await guess()).status).toBe(401);
  const refused = await guess();
  expect(refused).toMatchObject({ status: 429, body: { code: "tooManyRequests" } });
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect((await me(token)).status).toBe(200);
});

test("neither a token nor what is sent for one is logged", async () => {
  const token = await tokenOf(someone(ben));
  logged.length = 0;
  await me(token);
  await me(`${token}x`);
  expect(logged.map(({ path, status }) => `${path} ${status}`)).toEqual(["/api/me 200", "/api/me 401"]);
  expect(JSON.stringify(logged)).not.toContain(token.slice(3, 20));
});
