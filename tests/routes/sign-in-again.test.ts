import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { deliveries, sessions, settings, users } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { origin, useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

let [ada, ben]: User[] = [];

beforeEach(async () => {
  ({ ada, ben } = await cast("ada", "ben"));
});

/** Signed in a quarter of an hour ago. */
async function stale(user: User | undefined): Promise<Visitor> {
  const visitor = await signedIn(user as User);
  await db.update(sessions).set({ createdAt: sql`now() - interval '15 minutes'` });
  return visitor;
}

const from = (page: string) => ({ Referer: origin() + page });

/** With the code that is mailed; resolves to where it leads. */
async function withCode(visitor: Visitor, path: string) {
  await visitor.submit(path);
  await runJobs();
  const [mail] = await db.select().from(deliveries).where(eq(deliveries.kind, "sign-in"));
  const code = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "";
  const next = new URL(path, "http://x").searchParams.get("next") ?? "";
  return visitor.submit("/sign-in/code", { email: "ada@example.com", code, next });
}

test("a role changes only after a fresh sign-in, which leads back to the people", async () => {
  const visitor = await stale(ada);
  const change = { userId: ben?.id ?? "", role: "maintainer" };
  const turned = await visitor.post("/staff/people", change);
  expect(turned.location).toMatch(/^\/sign-in\/again\?next=/);
  const roleOf = async () =>
    (
      await db
        .select()
        .from(users)
        .where(eq(users.id, ben?.id ?? ""))
    )[0]?.role;
  expect(await roleOf()).toBe("member");
  const kept = await withCode(visitor, turned.location ?? "");
  expect(
    [...kept.document.querySelectorAll("main input[type=hidden]")].map((field) => field.getAttribute("value")),
  ).toEqual(Object.values(change));
  expect((await visitor.post("/kept")).status).toBe(307);
  await visitor.post("/staff/people", change);
  expect(await roleOf()).toBe("maintainer");
});

test("an account of somebody else is deleted only after a fresh sign-in", async () => {
  const visitor = await stale(ada);
  const turned = await visitor.post(`/staff/people/${ben?.id}/delete`, { texts: "kept", understood: "yes" });
  expect(turned.location).toMatch(/^\/sign-in\/again\?next=/);
  expect(await db.$count(users, eq(users.name, "Ben"))).toBe(1);
});

test("settings change only after a fresh sign-in, and what was filled in is kept", async () => {
  const visitor = await stale(ada);
  const form = { name: "Acme", languages: "en", defaultLanguage: "en", timeZone: "UTC" };
  const turned = await visitor.post("/staff/settings", form, from("/staff/settings"));
  expect(turned.location).toMatch(/^\/sign-in\/again\?next=/);
  expect(await db.$count(settings)).toBe(0);
  const page = await visitor.get(turned.location ?? "");
  expect(words(page)).toContain("Sign in once more");
  const back = await withCode(visitor, turned.location ?? "");
  expect(back.document.querySelector("form[action='/kept']")).not.toBeNull();
});

test("whoever has just signed in goes on at once, and nobody else comes here", async () => {
  const visitor = await signedIn(ben as User);
  expect((await visitor.get("/sign-in/again?next=/me")).location).toBe("/me");
  expect((await new Visitor().get("/sign-in/again?next=/me")).location).toBe("/sign-in?next=%2Fme");
});
