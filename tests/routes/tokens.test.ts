import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { deliveries, events, personalTokens, sessions } from "#db/schema";
import { forgetOld } from "~/models/admin/forget-old.server";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import { logged, useApp } from "../support/app";
import { type Page, signedIn, Visitor, words } from "../support/browser";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

const form = { name: "Nightly job", scopes: ["tickets:read", "tickets:write"], life: "90" };

const newId = async (visitor: Visitor) =>
  (await visitor.get("/me/tokens")).document
    .querySelector("form[action='/me/tokens'] [name=id]")
    ?.getAttribute("value") ?? "";

async function make(visitor: Visitor, change: Partial<typeof form> = {}) {
  const page = await visitor.post("/me/tokens", { ...form, id: await newId(visitor), ...change });
  return { page, value: page.document.querySelector("code")?.textContent ?? "" };
}

const problem = (page: Page) => page.document.querySelector("[role=alert]")?.textContent ?? "";

test("somebody makes a token, and sees it in the response to the form and never again", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  expect((await visitor.get("/me")).document.querySelector("a[href='/me/tokens']")).not.toBeNull();
  const { page, value } = await make(visitor);
  expect([page.status, page.location]).toEqual([200, null]);
  expect(value).toMatch(/^gs_[\w-]{43}$/);
  expect(page.headers.get("Cache-Control")).toContain("no-store");
  expect(page.headers.getSetCookie().join()).not.toContain(value);
  const later = await visitor.get("/me/tokens");
  expect(words(later)).toContain("Nightly job");
  expect(words(later)).toContain("never used");
  expect(later.html).not.toContain(value);
  const [kept] = await db.select().from(personalTokens);
  expect(kept).toMatchObject({ userId: ben.id, scopes: form.scopes, isByPasskey: false, usedAt: null });
  expect(kept?.hash).toBe(createHash("sha256").update(value).digest("hex"));
  expect(JSON.stringify([kept, logged])).not.toContain(value);
  expect((await db.select().from(events)).map(({ type, actorId }) => [type, actorId])).toEqual([
    ["token.created", ben.id],
  ]);
});

test("one that is made in a session by passkey says so", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  await db.update(sessions).set({ isByPasskey: true });
  await make(visitor);
  expect(await db.select().from(personalTokens)).toMatchObject([{ isByPasskey: true }]);
});

test("a mail tells its owner", async () => {
  const { ben } = await cast("ben");
  const { value } = await make(await signedIn(ben));
  await runJobs({}, { twice: true });
  const mails = await db.select().from(deliveries);
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    ["ben@example.com", "An access token was made for your account"],
  ]);
  expect(mails[0]?.text).toContain("/me/tokens");
  expect(mails[0]?.text).not.toContain(value);
});

test.each([
  ["30", 30],
  ["365", 365],
  ["never", null],
])("one that is to end after %s ends then", async (life, days) => {
  const { ben } = await cast("ben");
  await make(await signedIn(ben), { life });
  const [{ end } = { end: 0 }] = await db
    .select({ end: sql<number | null>`round(extract(epoch from expires_at - created_at) / 86400)::int` })
    .from(personalTokens);
  expect(end).toBe(days);
});

test("the same form sent twice makes one token, and the second time shows none", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const id = await newId(visitor);
  await visitor.post("/me/tokens", { ...form, id });
  const again = await visitor.post("/me/tokens", { ...form, id });
  expect(again.status).toBe(409);
  expect(problem(again)).toContain("made already");
  expect(await db.$count(personalTokens)).toBe(1);
  expect((await make(visitor, { name: "Another" })).value).not.toBe("");
});

test("a form that is wrong says so, keeps what was chosen, and makes none", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const nameless = await make(visitor, { name: " " });
  expect(nameless.page.status).toBe(422);
  expect(nameless.page.document.querySelectorAll("input[name=scopes]:checked")).toHaveLength(2);
  expect((await make(visitor, { scopes: [] })).page.html).toContain("Please choose one of the options.");
  expect((await make(visitor, { scopes: ["everything"] })).page.status).toBe(400);
  expect(await db.$count(personalTokens)).toBe(0);
});

test("only administrators are offered what only they may do", async () => {
  const { ben, ada } = await cast("ben", "ada");
  const visitor = await signedIn(ben);
  expect((await visitor.get("/me/tokens")).html).not.toContain("settings:write");
  expect((await make(visitor, { scopes: ["settings:write"] })).page.status).toBe(403);
  expect((await make(await signedIn(ada), { scopes: ["settings:write"] })).value).not.toBe("");
});

test("nobody has more than twenty", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const visitor = await signedIn(ben);
  for (let i = 0; i < 20; i++) await make(visitor, { name: `Token ${i}` });
  const { page } = await make(visitor);
  expect([page.status, problem(page)]).toEqual([422, "Nobody needs so many tokens. Please revoke one first."]);
  expect(await db.$count(personalTokens)).toBe(20);
  expect((await make(await signedIn(cleo))).value).not.toBe("");
});

test("to make one takes a fresh sign-in; to revoke one does not", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  await make(visitor);
  await db.update(sessions).set({ createdAt: sql`now() - interval '11 minutes'` });
  const page = await visitor.get("/me/tokens");
  expect(page.document.querySelector("a[href^='/sign-in/again']")).not.toBeNull();
  expect(page.document.querySelector("[name=scopes]")).toBeNull();
  const id = "0199a0b0-0000-7000-8000-000000000001";
  expect((await visitor.post("/me/tokens", { ...form, id })).location).toContain("/sign-in/again?next=");
  const [own] = await db.select().from(personalTokens);
  await visitor.post("/me/tokens/revoke", { id: own?.id ?? "" });
  expect(await db.$count(personalTokens)).toBe(0);
});

test("nobody sees or revokes another's, and to revoke one again changes nothing", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const visitor = await signedIn(ben);
  await make(visitor);
  const id = (await db.select().from(personalTokens))[0]?.id ?? "";
  const stranger = await signedIn(cleo);
  expect(words(await stranger.get("/me/tokens"))).not.toContain("Nightly job");
  await stranger.post("/me/tokens/revoke", { id });
  expect(await db.$count(personalTokens)).toBe(1);
  await visitor.post("/me/tokens/revoke", { id });
  await visitor.post("/me/tokens/revoke", { id });
  expect((await db.select().from(events)).map(({ type }) => type)).toEqual(["token.created", "token.revoked"]);
  expect((await new Visitor().get("/me/tokens")).location).toContain("/sign-in?next=");
});

test("what somebody downloads of themselves names their tokens, and opens nothing", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const { value } = await make(visitor);
  const { html } = await visitor.post("/me/data/export");
  const [kept] = await db.select().from(personalTokens);
  expect(JSON.parse(html).accessTokens).toMatchObject([{ name: "Nightly job", scopes: form.scopes }]);
  expect(html).not.toContain(value);
  expect(html).not.toContain(kept?.hash);
});

test("tokens go with the account, and a month after their end", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  await make(await signedIn(ben));
  await make(await signedIn(cleo), { life: "never" });
  await make(await signedIn(cleo), { life: "30" });
  await deleteAccount(db, { viewer: ben, userId: ben.id, texts: "kept" });
  expect(await db.$count(personalTokens, eq(personalTokens.userId, ben.id))).toBe(0);
  const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60_000);
  await forgetOld(db, days(59), "nightly");
  expect(await db.$count(personalTokens)).toBe(2);
  await forgetOld(db, days(61), "nightly");
  expect(await db.$count(personalTokens)).toBe(1);
});
