import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { deliveries, events, exportChunks, portalExports, users } from "#db/schema";
import { makeExport } from "~/models/admin/exports/runs/make-export.server";
import type { User } from "~/models/core/users/viewer";
import { origin, useApp } from "../../../support/app";
import { signedIn, Visitor, words } from "../../../support/browser";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { testStore } from "../../../support/files";
import { enqueueNow, runJobs } from "../../../support/jobs";
import { exportBytes, moment } from "../../../support/portal-export";

useDatabase();
useApp();

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

let people: Record<"ada" | "mona" | "ben", User>;

beforeEach(async () => {
  people = await cast("ada", "mona", "ben");
  await post(people.ben, idea(await addBoard()));
  await runJobs();
  await db.delete(deliveries);
});

const found = async () => (await db.select().from(portalExports))[0];

async function download(visitor: Visitor, path: string) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await fetch(`${origin()}${path}`, { headers: { Cookie: cookie }, redirect: "manual" });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

test("an administrator has everything exported, hears by mail when it is there, and gets the same as by the command", async () => {
  const staff = await signedIn(people.ada);
  const asked = await staff.submit("/staff/export");
  expect(asked.html).toContain("The export is under way.");
  expect(words(asked)).toMatch(/0 of \d+ tables/);
  expect(asked.document.querySelector("page-watch")).not.toBeNull();
  expect(asked.document.querySelector('a[href$=".zip"]')).toBeNull();
  await runJobs({ now: () => moment }, { twice: true });
  const page = await staff.get("/staff/export");
  expect(words(page)).toContain("Ready");
  const { answer, bytes } = await download(
    staff,
    page.document.querySelector('a[href$=".zip"]')?.getAttribute("href") ?? "",
  );
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="portal-[\d-]+\.zip"$/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(bytes.equals(await exportBytes(db, moment, version))).toBe(true);
  const mails = await db.select().from(deliveries);
  expect(mails.map(({ kind, to, status }) => ({ kind, to, status }))).toEqual([
    { kind: "export", to: "ada@example.com", status: "accepted" },
  ]);
  expect(mails[0]?.subject).toBe("Your export is ready");
});

test("nobody but administrators asks for it, gets it or deletes it", async () => {
  const staff = await signedIn(people.ada);
  await staff.submit("/staff/export");
  await runJobs();
  const id = (await found())?.id;
  for (const one of [await signedIn(people.mona), await signedIn(people.ben)]) {
    expect((await one.post("/staff/export")).status).toBe(403);
    expect((await one.post(`/staff/export/${id}/delete`)).status).toBe(403);
    expect((await one.get(`/staff/export/${id}.zip`)).status).toBe(403);
  }
  expect((await new Visitor().get(`/staff/export/${id}.zip`)).location).toContain("/sign-in");
});

test("asked for twice at once, it is made once; deleted, nothing of it stays", async () => {
  const staff = await signedIn(people.ada);
  await Promise.all([staff.post("/staff/export"), staff.post("/staff/export")]);
  expect(await db.$count(portalExports)).toBe(1);
  expect(await db.$count(events, eq(events.type, "export.requested"))).toBe(1);
  await runJobs();
  expect(await db.$count(exportChunks)).toBeGreaterThan(0);
  const id = (await found())?.id;
  await staff.submit(`/staff/export/${id}/delete`);
  expect(await db.$count(exportChunks)).toBe(0);
  expect((await staff.get(`/staff/export/${id}.zip`)).status).toBe(404);
});

test("a worker that was killed half way is taken for dead, and another one begins anew", async () => {
  const staff = await signedIn(people.ada);
  await staff.post("/staff/export");
  const id = (await found())?.id ?? "";
  // What a killed worker leaves: it is at it, and some of the bytes are there.
  await db.update(portalExports).set({ attempt: 1, workedAt: sql`now()`, done: 3 });
  await db.insert(exportChunks).values([0, 1, 99].map((place) => ({ ownerId: id, place, bytes: Buffer.from("half") })));
  await makeExport(db, testStore, id, new Date());
  expect(await found()).toMatchObject({ state: "under_way", attempt: 1 });
  expect((await staff.get(`/staff/export/${id}.zip`)).status).toBe(404);
  await db.update(portalExports).set({ workedAt: sql`now() - interval '1 minute'` });
  await makeExport(db, testStore, id, new Date());
  expect(await found()).toMatchObject({ state: "ready", attempt: 2 });
  const { bytes } = await download(staff, `/staff/export/${id}.zip`);
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  expect(bytes).toHaveLength((await found())?.bytes ?? 0);
  expect(await db.$count(deliveries)).toBe(1);
});

test("one that is deleted while it is made comes to nothing, without a mail", async () => {
  const staff = await signedIn(people.ada);
  await staff.post("/staff/export");
  const id = (await found())?.id ?? "";
  const made = makeExport(db, testStore, id, new Date());
  await staff.post(`/staff/export/${id}/delete`);
  await made;
  expect([await db.$count(portalExports), await db.$count(exportChunks)]).toEqual([0, 0]);
});

test("it goes when its time is over, and whoever is no administrator any more gets no mail", async () => {
  const staff = await signedIn(people.ada);
  await staff.post("/staff/export");
  await db.update(users).set({ role: "member" }).where(eq(users.id, people.ada.id));
  await runJobs();
  expect((await db.select().from(deliveries))[0]?.status).toBe("skipped");
  const later = new Date(Date.now() + 8 * 24 * 60 * 60_000);
  await enqueueNow("clean-up");
  await runJobs({ now: () => later });
  expect([await db.$count(portalExports), await db.$count(exportChunks)]).toEqual([0, 0]);
});
