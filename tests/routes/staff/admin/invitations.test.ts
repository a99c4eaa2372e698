import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { deliveries, events, invitations, users } from "#db/schema";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import type { User } from "~/models/core/users/viewer";
import { useApp } from "../../../support/app";
import { signedIn, Visitor, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { runJobs } from "../../../support/jobs";

useDatabase();
useApp();

let people: Record<"ada" | "mona" | "ben", User>;

beforeEach(async () => {
  people = await cast("ada", "mona", "ben");
  await changeSettings(db, { viewer: people.ada, values: { signUp: "invited", isPrivate: true } });
});

const usual = { addresses: "", role: "member", people: "2", days: "14" };
const invite = async (more: Partial<typeof usual>) =>
  (await signedIn(people.ada)).submit("/staff/invitations", { ...usual, ...more });

const mailTo = async (email: string) => {
  await runJobs();
  const found = await db.select().from(deliveries).where(eq(deliveries.to, email)).orderBy(deliveries.id);
  return found.at(-1)?.text ?? "";
};

/** Comes by an invitation, if any, and signs in with the code that is mailed. */
async function arrive(email: string, path?: string) {
  const visitor = new Visitor();
  if (path) await visitor.post(path);
  await visitor.post("/sign-in", { email });
  const code = /\b\d{6}\b/.exec(await mailTo(email))?.[0] ?? "";
  return visitor.post("/sign-in/code", { email, code });
}

const roleOf = async (email: string) =>
  (await db.select({ role: users.role }).from(users).where(eq(users.email, email)))[0]?.role;

const linkOn = (page: { document: Document }) =>
  new URL(page.document.querySelector("page-link a")?.getAttribute("href") ?? "", "http://x.example").pathname;

test("whoever is invited by mail joins with the role that they were given, once", async () => {
  const listed = await invite({ addresses: "Amy@acme.example\nbo@acme.example", role: "agent" });
  expect(words(listed)).toContain("amy@acme.example");
  const path = /\/invitations\/\S+/.exec(await mailTo("amy@acme.example"))?.[0] ?? "";
  expect(words(await new Visitor().get(path))).toContain("You are invited");
  expect((await arrive("amy@acme.example", path)).status).toBe(303);
  expect(await roleOf("amy@acme.example")).toBe("agent");
  expect(words(await new Visitor().get(path))).toContain("no longer good");
  // The address is what counts: the link need not be followed.
  expect((await arrive("bo@acme.example")).status).toBe(303);
  expect(await roleOf("bo@acme.example")).toBe("agent");
});

test("nobody gets in with a mail that was for somebody else", async () => {
  await invite({ addresses: "amy@acme.example", role: "admin" });
  const path = /\/invitations\/\S+/.exec(await mailTo("amy@acme.example"))?.[0] ?? "";
  expect((await arrive("eve@acme.example", path)).status).toBe(422);
  expect(await roleOf("eve@acme.example")).toBeUndefined();
});

test("a link is for as many people as it says, and says how many have come", async () => {
  const path = linkOn(await invite({ role: "moderator" }));
  for (const name of ["one", "two"]) expect((await arrive(`${name}@acme.example`, path)).status).toBe(303);
  expect((await arrive("three@acme.example", path)).status).toBe(422);
  expect(await roleOf("two@acme.example")).toBe("moderator");
  expect(words(await (await signedIn(people.ada)).get("/staff/invitations"))).toContain("2 of 2 have come");
});

test("two people at once do not both come by the last place of a link", async () => {
  const path = linkOn(await invite({ people: "1" }));
  const came = await Promise.all(["one", "two"].map((name) => arrive(`${name}@acme.example`, path)));
  expect(came.map(({ status }) => status).sort()).toEqual([303, 422]);
});

test("an invitation that is revoked or has ended lets nobody in; a made-up one neither", async () => {
  const path = linkOn(await invite({}));
  const adas = await signedIn(people.ada);
  const page = await adas.get("/staff/invitations");
  await adas.post(page.document.querySelector("form[action$='/revoke']")?.getAttribute("action") ?? "");
  expect((await arrive("one@acme.example", path)).status).toBe(422);
  const later = linkOn(await invite({}));
  await db.update(invitations).set({ expiresAt: new Date(Date.now() - 1000) });
  expect((await arrive("two@acme.example", later)).status).toBe(422);
  const forged = later.replace(/.$/, (letter) => (letter === "A" ? "B" : "A"));
  expect((await new Visitor().get(forged)).status).toBe(404);
});

test("a mail whose invitation is over by then is not sent", async () => {
  await invite({ addresses: "amy@acme.example" });
  await db.update(invitations).set({ revokedAt: new Date() });
  await runJobs();
  const [mail] = await db.select().from(deliveries);
  expect(mail?.status).toBe("skipped");
});

test("somebody who is signed in accepts with one click; nobody loses a role by it", async () => {
  const path = linkOn(await invite({ role: "moderator" }));
  await (await signedIn(people.ben)).post(path);
  await (await signedIn(people.mona)).post(path);
  const roles = await db.select({ handle: users.handle, role: users.role }).from(users).orderBy(users.handle);
  expect(roles.map(({ role }) => role)).toEqual(["admin", "moderator", "maintainer"]);
  const told = await db.select({ type: events.type }).from(events).where(eq(events.type, "invitation.accepted"));
  expect(told).toHaveLength(1);
});

test("a link makes no administrators, and what is wrong is said at its field", async () => {
  const adas = await signedIn(people.ada);
  const refused = await adas.post("/staff/invitations", { ...usual, role: "admin" });
  expect([refused.status, words(refused)]).toEqual([
    422,
    expect.stringContaining("A link makes nobody an administrator"),
  ]);
  const wrong = await adas.post("/staff/invitations", { ...usual, addresses: "amy@", days: "0" });
  expect(words(wrong)).toContain("does not look like an e-mail address");
  expect(words(wrong)).toContain("Please enter at least 1.");
});

test("administrators alone invite", async () => {
  const monas = await signedIn(people.mona);
  const asked = [await monas.get("/staff/invitations"), await monas.post("/staff/invitations", usual)];
  expect(asked.map(({ status }) => status)).toEqual([403, 403]);
});
