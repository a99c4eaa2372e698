import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { deliveries, events, passkeys, sessions, users } from "#db/schema";
import { Authenticator } from "../../fakes/sign-in/authenticator";
import { origin, useApp } from "../support/app";
import { type Page, signedIn, Visitor, words } from "../support/browser";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

const here = () => ({ origin: origin(), id: "127.0.0.1" });
const json = { Accept: "application/json" };

const optionsFor = async (visitor: Visitor, path: string) => JSON.parse((await visitor.post(path, {}, json)).html);

/** Adds a passkey, as the browser's own element would. */
async function add(visitor: Visitor, { key = new Authenticator(), site = here(), name = "Laptop" } = {}) {
  const options = await optionsFor(visitor, "/me/passkeys/options");
  const page = await visitor.submit("/me/passkeys", { name, response: key.create(site, options) });
  return { key, page, options };
}

async function signIn(key: Authenticator, { visitor = new Visitor(), site = here(), next = "/me" } = {}) {
  const response = key.get(site, await optionsFor(visitor, "/sign-in/passkey/options"));
  return { response, page: await visitor.submit("/sign-in/passkey", { response, next }) };
}

const heading = (page: Page) => page.document.querySelector("h1")?.textContent;
const toast = (page: Page) => page.document.querySelector("toast-region")?.textContent ?? "";

test("one adds a passkey, and signs in with it where one wanted to go", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const { key, page, options } = await add(visitor);
  expect(options).toMatchObject({ rp: { id: "127.0.0.1" }, user: { name: "ben@example.com", displayName: "Ben" } });
  expect(toast(page)).toContain("The passkey is added.");
  expect(
    page.document.querySelector("form[action='/me/passkeys/rename'] input[name=name]")?.getAttribute("value"),
  ).toBe("Laptop");
  const other = new Visitor();
  expect(heading((await signIn(key, { visitor: other })).page)).toBe("Ben");
  expect(words(await other.get("/me/sessions"))).toContain("signed in with a passkey");
  expect(await db.select().from(passkeys)).toMatchObject([{ userId: ben.id, counter: 1, usedAt: expect.any(Date) }]);
  expect((await db.select().from(sessions)).map(({ isByPasskey }) => isByPasskey)).toEqual([true, true]);
  expect((await db.select().from(events)).map(({ type }) => type)).toEqual(["user.passkey_added"]);
});

test("a mail tells of one that was added, and of one that was removed", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const { key } = await add(visitor);
  await visitor.post("/me/passkeys/remove", { id: key.id.toString("base64url") });
  await runJobs({}, { twice: true });
  const mails = await db.select().from(deliveries).orderBy(deliveries.eventId);
  expect(mails.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
    "ben@example.com: A passkey was added to your account",
    "ben@example.com: A passkey was removed from your account",
  ]);
});

test("one calls it something else and removes it; nobody touches another's", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const visitor = await signedIn(ben);
  const { key } = await add(visitor);
  const id = key.id.toString("base64url");
  const stranger = await signedIn(cleo);
  await stranger.post("/me/passkeys/rename", { id, name: "Mine" });
  await stranger.post("/me/passkeys/remove", { id });
  await visitor.post("/me/passkeys/rename", { id, name: "Desk" });
  expect(await db.select().from(passkeys)).toMatchObject([{ name: "Desk" }]);
  await visitor.post("/me/passkeys/remove", { id });
  await visitor.post("/me/passkeys/remove", { id });
  expect(await db.$count(passkeys)).toBe(0);
  expect(await db.$count(events)).toBe(2);
  expect(toast((await signIn(key)).page)).toContain("This passkey does not sign anybody in here.");
});

test("the page for signing in offers it where there is JavaScript, and hides it elsewhere", async () => {
  const page = await new Visitor().get("/sign-in");
  expect(page.document.querySelector("passkey-form form")?.hasAttribute("hidden")).toBe(true);
  expect(page.headers.get("Permissions-Policy")).not.toContain("publickey");
});

test("to add one takes a fresh sign-in, and leads back", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  await db.update(sessions).set({ createdAt: sql`now() - interval '11 minutes'` });
  expect((await visitor.post("/me/passkeys/options", {}, json)).status).toBe(401);
  expect((await visitor.post("/me/passkeys", { name: "x", response: "{}" })).location).toContain(
    "/sign-in/again?next=",
  );
  const page = await visitor.get("/me/sessions");
  expect(page.document.querySelector("a[href^='/sign-in/again']")).not.toBeNull();
  expect(words(await visitor.get("/sign-in/again?next=/me/sessions"))).toContain("Send me a code");
});

test.each<[string, (key: Authenticator) => { origin: string; id: string }]>([
  ["another origin", () => ({ ...here(), origin: "https://evil.example" })],
  ["another site", () => ({ ...here(), id: "evil.example" })],
  [
    "nobody verified",
    (key) => {
      key.isVerifying = false;
      return here();
    },
  ],
])("what was signed for %s neither adds nor signs in", async (_what, change) => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const other = new Authenticator();
  await add(visitor, { key: other, site: change(other) });
  expect(await db.$count(passkeys)).toBe(0);
  const { key } = await add(visitor);
  const { page } = await signIn(key, { site: change(key) });
  expect(toast(page)).toContain("does not sign anybody in");
  expect(await db.$count(sessions)).toBe(1);
});

test("a challenge is good once, for one purpose and one person", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const [visitor, stranger] = [await signedIn(ben), await signedIn(cleo)];
  const { key, options } = await add(visitor);
  const second = new Authenticator();
  await visitor.submit("/me/passkeys", { name: "Again", response: second.create(here(), options) });
  const fresh = await optionsFor(visitor, "/me/passkeys/options");
  await stranger.submit("/me/passkeys", { name: "Theirs", response: second.create(here(), fresh) });
  const forIn = await optionsFor(visitor, "/sign-in/passkey/options");
  await visitor.submit("/me/passkeys", {
    name: "Else",
    response: second.create(here(), { ...forIn, user: { id: "x" } }),
  });
  expect(await db.$count(passkeys)).toBe(1);
  const { response } = await signIn(key);
  const replayed = await new Visitor().submit("/sign-in/passkey", { response });
  expect(toast(replayed)).toContain("does not sign anybody in");
  const forAdd = await optionsFor(visitor, "/me/passkeys/options");
  const crossed = await new Visitor().submit("/sign-in/passkey", { response: key.get(here(), forAdd) });
  expect(toast(crossed)).toContain("does not sign anybody in");
});

test("a count that falls back is of a copy", async () => {
  const { ben } = await cast("ben");
  const { key } = await add(await signedIn(ben));
  key.counter = 7;
  await signIn(key);
  key.counter = 3;
  expect(toast((await signIn(key)).page)).toContain("does not sign anybody in");
});

test.each(["", "{}", "null", "[]", '{"id":"x"}', `{"id":"${"x".repeat(30_000)}"}`])(
  "%j is nothing of an authenticator's",
  async (response) => {
    const { ben } = await cast("ben");
    expect((await new Visitor().post("/sign-in/passkey", { response })).status).toBeLessThan(500);
    expect((await (await signedIn(ben)).post("/me/passkeys", { response, name: "x" })).status).toBeLessThan(500);
    expect(await db.$count(passkeys)).toBe(0);
  },
);

test("whoever is blocked stays out, and a deleted account takes its passkeys along", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const { key } = await add(visitor);
  await db.update(users).set({ blockedAt: new Date() }).where(eq(users.id, ben.id));
  expect(heading((await signIn(key)).page)).toBe("Sign in");
  await db.update(users).set({ blockedAt: null }).where(eq(users.id, ben.id));
  await visitor.post("/me/data/delete", { texts: "kept", understood: "yes" });
  expect(await db.$count(passkeys)).toBe(0);
});
