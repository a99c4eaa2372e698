import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { deliveries, events, keptForms, passkeys, sessions } from "#db/schema";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import { resetPasskeys } from "~/models/core/sign-in/passkeys/reset-passkeys.server";
import type { User } from "~/models/core/users/viewer";
import { useApp } from "../../../support/app";
import { signedIn, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { runJobs } from "../../../support/jobs";

useDatabase();
useApp();

let [ada, mona]: User[] = [];

beforeEach(async () => {
  ({ ada, mona } = await cast("ada", "mona"));
});

const give = (user: User | undefined, id: string) =>
  db.insert(passkeys).values({ id, userId: user?.id ?? "", name: "Laptop", publicKey: "x" });

const pageOf = (user: User | undefined) => `/staff/people/${user?.id}/passkeys`;

test("an administrator removes the passkeys of a colleague who has lost them, who is signed out and told", async () => {
  await give(mona, "one");
  await give(mona, "two");
  await give(ada, "own");
  const [visitor, colleague] = [await signedIn(ada as User), await signedIn(mona as User)];
  const people = await visitor.get("/staff/people");
  expect(people.document.querySelectorAll("a[href$='/passkeys']")).toHaveLength(2);
  expect(words(await visitor.get(pageOf(mona)))).toContain("mona@example.com · 2 passkeys");
  const done = await visitor.submit(pageOf(mona));
  expect(done.document.querySelector("toast-region")?.textContent).toContain("The passkeys are removed");
  await visitor.post(pageOf(mona));
  expect((await db.select().from(passkeys)).map(({ id }) => id)).toEqual(["own"]);
  expect((await colleague.get("/me")).status).toBe(303);
  const changes = await db.select().from(events);
  expect(changes).toMatchObject([{ type: "user.passkeys_reset", actorId: ada?.id, data: { userId: mona?.id } }]);
  await runJobs({}, { twice: true });
  const mails = await db.select().from(deliveries);
  expect(mails).toMatchObject([{ kind: "identity", to: "mona@example.com", subject: "Your passkeys were removed" }]);
  expect(mails[0]?.text).toContain("An administrator of Groundswell has removed all your passkeys");
});

test("that needs a fresh sign-in, and what was pressed waits for it", async () => {
  await give(mona, "one");
  const visitor = await signedIn(ada as User);
  await db.update(sessions).set({ createdAt: sql`now() - interval '15 minutes'` });
  expect((await visitor.post(pageOf(mona))).location).toMatch(/^\/sign-in\/again\?next=/);
  expect(await db.$count(passkeys)).toBe(1);
  expect(await db.select().from(keptForms)).toMatchObject([{ action: pageOf(mona) }]);
});

test("it is for administrators, and not for themselves", async () => {
  await give(ada, "own");
  const [visitor, colleague] = [await signedIn(ada as User), await signedIn(mona as User)];
  expect((await colleague.get(pageOf(ada))).status).toBe(403);
  expect((await colleague.post(pageOf(ada))).status).toBe(403);
  expect((await visitor.get(pageOf(ada))).location).toBe("/me/sessions");
  await visitor.post(pageOf(ada));
  await expect(resetPasskeys(db, { viewer: ada as User, userId: ada?.id ?? "" })).rejects.toThrow("forbidden");
  expect(await db.$count(passkeys)).toBe(1);
});

test("while the team needs passkeys, one administrator keeps theirs", async () => {
  const viewer = ada as User;
  await give(viewer, "own");
  await changeSettings(db, { viewer, values: { staffNeedPasskey: true } });
  const other = { ...(mona as User), role: "admin" as const };
  await expect(resetPasskeys(db, { viewer: other, userId: viewer.id })).rejects.toThrow("lastPasskey");
  expect(await db.$count(passkeys, eq(passkeys.id, "own"))).toBe(1);
});
