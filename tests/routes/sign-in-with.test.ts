import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { deliveries, events, identities, sessions, users } from "#db/schema";
import type { Env } from "~/env.server";
import { openProviders } from "~/integrations/sign-in/open-providers.server";
import { createLog } from "~/log.server";
import { GithubDouble } from "../../fakes/sign-in/github-double";
import { OidcDouble, type OidcFault } from "../../fakes/sign-in/oidc-double";
import { logged, origin, useApp } from "../support/app";
import { type Page, signedIn, Visitor, words } from "../support/browser";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();

const oidc = new OidcDouble();
const github = new GithubDouble();

beforeAll(async () => {
  await Promise.all([oidc.start(), github.start()]);
});
afterAll(async () => {
  await Promise.all([oidc.stop(), github.stop()]);
});
beforeEach(() => {
  oidc.fault = undefined;
  oidc.tellsLittle = false;
  oidc.codeSize = 16;
  oidc.person = { sub: "1", email: "ben@example.com", email_verified: true, name: "Ben" };
  github.fault = undefined;
  github.emails = [{ email: "ben@example.com", primary: true, verified: true }];
});

const log = createLog("info", { write: (line) => void logged.push(JSON.parse(line)) });

useApp({}, { providers: (env) => openProviders({ ...env, ...configured() } as Env, log) });

const configured = (): Partial<Env> => ({
  OIDC_ISSUER: oidc.issuer,
  OIDC_CLIENT_ID: oidc.client.id,
  OIDC_CLIENT_SECRET: oidc.client.secret,
  OIDC_NAME: "Acme",
  GITHUB_CLIENT_ID: github.client.id,
  GITHUB_CLIENT_SECRET: github.client.secret,
  GITHUB_BASE_URL: github.url,
});

/** Sets out, agrees at the provider, and resolves to the path that leads back. */
async function setOut(visitor: Visitor, provider: string, next = "/me"): Promise<string> {
  const page = await visitor.post(`/sign-in/with/${provider}?next=${encodeURIComponent(next)}`);
  const address = page.headers.get("Refresh")?.replace("0; url=", "") ?? "";
  expect(page.document.querySelector("main a")?.getAttribute("href")).toBe(address);
  const back = await fetch(address, { redirect: "manual" });
  return (back.headers.get("Location") ?? "").replace(origin(), "");
}

/** All the way, to the page where one ends up. */
async function signInWith(provider: string, { visitor = new Visitor(), next = "/me" } = {}): Promise<Page> {
  let page = await visitor.get(await setOut(visitor, provider, next));
  for (let hops = 0; page.location && hops < 5; hops++) page = await visitor.get(page.location);
  return page;
}

const heading = (page: Page) => page.document.querySelector("h1")?.textContent;
const toast = (page: Page) => page.document.querySelector("toast-region")?.textContent ?? "";

test("the page for signing in offers those that are configured, and to set out takes a form", async () => {
  const page = await new Visitor().get("/sign-in?next=/me");
  const forms = [...page.document.querySelectorAll("main form")].map((form) => form.getAttribute("action"));
  expect(forms.filter((form) => form !== "/sign-in/passkey")).toEqual([
    "/sign-in",
    "/sign-in/with/oidc?next=%2Fme",
    "/sign-in/with/github?next=%2Fme",
  ]);
  expect(words(page)).toContain("Sign in with Acme");
  const before = oidc.asked.length;
  await new Visitor().get("/sign-in/with/oidc?next=/me");
  expect(oidc.asked.length).toBe(before);
  expect((await new Visitor().post("/sign-in/with/nobody")).status).toBe(404);
});

test.each(["oidc", "github"])("%s makes an account, whose name is only suggested", async (provider) => {
  const visitor = new Visitor();
  const page = await signInWith(provider, { visitor });
  expect(heading(page)).toBe("What shall we call you?");
  expect(page.document.querySelector("input[name=name]")?.getAttribute("value")).toBe("Ben");
  expect(heading(await visitor.submit("/sign-in/name", { name: "Ben", next: "/me" }))).toBe("Ben");
  expect(await db.select().from(users)).toMatchObject([{ email: "ben@example.com", role: "member" }]);
  await runJobs();
  expect(await db.select().from(deliveries)).toEqual([]);
});

test.each(["oidc", "github"])("%s joins the account of a verified address, and its owner is told", async (provider) => {
  const { ben } = await cast("ben");
  expect(heading(await signInWith(provider))).toBe("Ben");
  await runJobs({}, { twice: true });
  const mails = await db.select().from(deliveries);
  expect(mails).toMatchObject([{ kind: "identity", userId: ben.id, to: "ben@example.com" }]);
  expect(mails[0]?.subject).toBe(`${provider === "oidc" ? "Acme" : "GitHub"} was joined to your account`);
  await signInWith(provider);
  expect(await db.select().from(identities)).toMatchObject([{ userId: ben.id, provider, email: "ben@example.com" }]);
  expect(await db.select().from(events)).toHaveLength(1);
});

test("two that join at once are told of one by one", async () => {
  await cast("ben");
  await signInWith("oidc");
  await signInWith("github");
  await runJobs();
  const subjects = (await db.select().from(deliveries)).map(({ subject }) => subject);
  expect(subjects.sort()).toEqual(["Acme was joined to your account", "GitHub was joined to your account"]);
});

test("the page of sessions says by what somebody is signed in, and parts with it after a fresh sign-in", async () => {
  await cast("ben");
  const visitor = new Visitor();
  const page = await signInWith("oidc", { visitor, next: "/me/sessions" });
  expect(words(page)).toContain("signed in with Acme");
  const id = page.document.querySelector("form[action='/me/identities/remove'] input")?.getAttribute("value") ?? "";
  await db.update(sessions).set({ createdAt: sql`now() - interval '11 minutes'` });
  expect((await visitor.post("/me/identities/remove", { id })).location).toContain("/sign-in/again?next=");
  expect(await db.$count(identities)).toBe(1);
  await signInWith("oidc", { visitor });
  await visitor.post("/me/identities/remove", { id });
  expect(await db.$count(identities)).toBe(0);
});

test("whoever is known stays who they are, whatever their address is by now", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  await signInWith("oidc");
  oidc.person = { sub: "1", email: "cleo@example.com", email_verified: false };
  const visitor = new Visitor();
  expect(heading(await signInWith("oidc", { visitor }))).toBe("Ben");
  expect((await db.select().from(sessions)).map(({ userId }) => userId)).toEqual([ben.id, ben.id]);
  oidc.person = { sub: "2", email: "cleo@example.com", email_verified: true };
  await signInWith("oidc", { visitor });
  expect((await db.select().from(sessions)).map(({ userId }) => userId).sort()).toEqual([ben.id, cleo.id].sort());
});

test.each([
  { sub: "9", email: "ben@example.com", email_verified: false },
  { sub: "9", email: "ben@example.com" },
  { sub: "9", email: "not an address", email_verified: true },
  { sub: "9" },
])("an address that nobody vouches for joins nothing: %j", async (person) => {
  await cast("ben");
  oidc.person = person;
  const page = await signInWith("oidc");
  expect(toast(page)).toContain("Acme does not say that your mail address is your own");
  expect(heading(page)).toBe("Sign in");
  expect(await db.select().from(identities)).toEqual([]);
  expect(await db.select().from(sessions)).toEqual([]);
});

test("GitHub's own word counts for an address, too", async () => {
  await cast("ben");
  github.emails = [
    { email: "ben@example.com", primary: true, verified: false },
    { email: "other@example.com", primary: false, verified: true },
  ];
  expect(toast(await signInWith("github"))).toContain("GitHub does not say");
});

test("a provider may say who it is at the endpoint for that", async () => {
  await cast("ben");
  oidc.tellsLittle = true;
  expect(heading(await signInWith("oidc"))).toBe("Ben");
  oidc.person.sub = "2";
  oidc.fault = "other person";
  expect(toast(await signInWith("oidc"))).toContain("cannot be trusted");
});

test("a provider's code may be thousands of characters long", async () => {
  await cast("ben");
  oidc.codeSize = 4500;
  expect(heading(await signInWith("oidc"))).toBe("Ben");
});

test("a provider of which nothing says what it is does not respond", async () => {
  oidc.fault = "undiscovered";
  const away = openProviders({ ...configured(), OIDC_NAME: "Acme" } as Env, log)[0];
  expect(await away?.begin(`${origin()}/sign-in/with/oidc/callback`)).toBe("away");
});

test.each<[OidcFault, string, RegExp?]>([
  ["signature", "cannot be trusted", /signature verification failed/],
  ["unsigned", "cannot be trusted", /"alg"/],
  ["nonce", "cannot be trusted", /nonce|claim/],
  ["audience", "cannot be trusted", /claim/],
  ["issuer", "cannot be trusted", /claim/],
  ["expired", "cannot be trusted", /timestamp/],
  ["broken", "does not respond"],
  ["declined", "You have not signed in with Acme"],
])(
  "where the provider is at fault (%s), nobody is signed in and a sentence says why",
  async (fault, sentence, reason) => {
    await cast("ben");
    oidc.fault = fault;
    logged.length = 0;
    const visitor = new Visitor();
    const page = await signInWith("oidc", { visitor, next: "/me/preferences" });
    if (reason) expect(logged.find(({ msg }) => msg === "sign-in by a provider")?.reason).toMatch(reason);
    expect(toast(page)).toContain(sentence);
    expect(page.document.querySelector("input[name=next]")?.getAttribute("value")).toBe("/me/preferences");
    expect(visitor.cookies.has("session")).toBe(false);
    expect(await db.select().from(sessions)).toEqual([]);
  },
);

test("a provider that does not respond keeps nobody waiting", { timeout: 20_000 }, async () => {
  oidc.fault = "slow";
  const begun = performance.now();
  expect(toast(await signInWith("oidc"))).toContain("Acme does not respond at the moment.");
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test.each(["declined", "broken", "no user"] as const)("the same where GitHub is at fault: %s", async (fault) => {
  github.fault = fault;
  const page = await signInWith("github");
  expect(heading(page)).toBe("Sign in");
  expect(toast(page)).toContain("GitHub");
  expect(await db.select().from(sessions)).toEqual([]);
});

test("what leads back works once, and in the browser that set out", async () => {
  await cast("ben");
  const [visitor, stranger] = [new Visitor(), new Visitor()];
  const path = await setOut(visitor, "oidc");
  const lost = "This sign-in with Acme was begun elsewhere";
  const strangers = await stranger.get((await stranger.get(path)).location ?? "");
  expect(toast(strangers)).toContain(lost);
  const kept = new Map(visitor.cookies);
  expect((await visitor.get(path)).location).toBe("/me");
  const again = new Visitor();
  expect((await again.get(path)).location).toContain("/sign-in");
  // Even with everything that the browser had: the provider gives out nothing for a code a second time.
  for (const [name, value] of kept) again.cookies.set(name, value);
  expect((await again.get(path)).location).toContain("/sign-in");
  expect(again.cookies.has("session")).toBe(false);
});

test.each([
  ["another state", (path: string) => path.replace(/state=[^&]*/, "state=another")],
  ["no state", (path: string) => path.replace(/state=[^&]*/, "")],
  ["another provider", (path: string) => path.replace("/oidc/", "/github/")],
])("an address with %s signs nobody in", async (_what, change) => {
  await cast("ben");
  const visitor = new Visitor();
  const page = await visitor.get(change(await setOut(visitor, "oidc")));
  expect(page.location).toContain("/sign-in");
  expect(await db.select().from(sessions)).toEqual([]);
});

test("a cookie that somebody else wrote is as good as none", async () => {
  const visitor = new Visitor();
  const path = await setOut(visitor, "oidc");
  const [text = ""] = (visitor.cookies.get("departure") ?? "").split(".");
  for (const forged of [`${text}.forged`, text, "", "a.b.c"]) {
    visitor.cookies.set("departure", forged);
    expect((await visitor.get(path)).location).toContain("/sign-in");
  }
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example"])("nobody is led to %s", async (next) => {
  await cast("ben");
  const visitor = new Visitor();
  const page = await visitor.get(await setOut(visitor, "oidc", next));
  expect(page.location).toBe("/");
});

test("whoever is blocked stays out, and is not joined", async () => {
  const { ben } = await cast("ben");
  await db.update(users).set({ blockedAt: new Date() }).where(eq(users.id, ben.id));
  const page = await signInWith("oidc");
  expect(heading(page)).toBe("Sign in");
  expect(await db.select().from(identities)).toEqual([]);
  expect(await db.select().from(sessions)).toEqual([]);
});

test("a session that the device had before ends", async () => {
  const { ben, dave } = await cast("ben", "dave");
  const visitor = await signedIn(dave);
  await signInWith("oidc", { visitor });
  expect((await db.select().from(sessions)).map(({ userId }) => userId)).toEqual([ben.id]);
});

test("the log says what was wrong with a provider, and neither who nor any code", async () => {
  await cast("ben");
  logged.length = 0;
  oidc.fault = "signature";
  const visitor = new Visitor();
  const path = await setOut(visitor, "oidc");
  await visitor.get(path);
  const text = JSON.stringify(logged);
  expect(text).toContain('"trouble":"wrong"');
  const code = new URL(path, origin()).searchParams.get("code") ?? "none";
  for (const secret of [code, "ben@", oidc.client.secret, visitor.cookies.get("departure") ?? "none"])
    expect(text).not.toContain(secret);
});

test("two who come back at once with one identity get one account", async () => {
  const [a, b] = [new Visitor(), new Visitor()];
  const [one, other] = [await setOut(a, "oidc"), await setOut(b, "oidc")];
  const pages = await Promise.all([a.get(one), b.get(other)]);
  for (const { location } of pages) expect(location).toMatch(/^\/sign-in\/name\?/);
  expect(await db.select().from(users)).toHaveLength(1);
  expect(await db.select().from(identities)).toHaveLength(1);
});

vi.setConfig({ testTimeout: 15_000 });
