import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { sessions } from "#db/schema";
import { startApp, useApp } from "../support/app";
import { ask } from "../support/ask";
import { signedIn, words } from "../support/browser";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

test("one sees where one is signed in, and signs out on one device or on all others", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const [here, second, third, others] = [
    await signedIn(ben),
    await signedIn(ben),
    await signedIn(ben),
    await signedIn(cleo),
  ];
  await db.execute(sql`update sessions set device = 'Firefox, Linux'`);
  const page = await here.get("/me/sessions");
  expect(words(page)).toContain("Firefox, Linux (this device)");
  const ids = [...page.document.querySelectorAll("input[name=id]")].map((input) => input.getAttribute("value") ?? "");
  expect(ids).toHaveLength(2);
  await here.post("/me/sessions/end", { id: ids[0] ?? "" });
  const alive = async () => {
    const statuses = [here, second, third, others].map(async (one) => (await one.get("/me")).status);
    return (await Promise.all(statuses)).map((status) => status === 200);
  };
  expect((await alive()).filter(Boolean)).toHaveLength(3);
  await others.post("/me/sessions/end", { id: ids[1] ?? "" });
  expect((await alive()).filter(Boolean)).toHaveLength(3);
  await here.post("/me/sessions/end-others");
  expect(await alive()).toEqual([true, false, false, true]);
});

test("a session ends after half a year, however much it is used", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  await db.execute(sql`update sessions set created_at = now() - interval '179 days'`);
  expect((await visitor.get("/me")).status).toBe(200);
  await db.execute(sql`update sessions set created_at = now() - interval '181 days'`);
  expect((await visitor.get("/me")).status).toBe(303);
  expect(await db.select().from(sessions)).toEqual([]);
});

test("behind https the session is bound to its host; one from before is honoured, and renamed", async () => {
  const app = await startApp({ BASE_URL: "https://feedback.example.com" });
  onTestFinished(() => app.stop());
  const { ben } = await cast("ben");
  const id = (await signedIn(ben)).cookies.get("session") ?? "";
  const cookiesFor = async (cookie: string) => {
    const { status, headers } = await ask("/me", { of: app.origin, headers: { Cookie: cookie } });
    return { status, cookies: headers["set-cookie"] ?? [] };
  };
  const { status, cookies } = await cookiesFor(`session=${id}`);
  expect(status).toBe(200);
  const renamed = [cookies].flat().find((line) => line.startsWith(`__Host-session=${id}`));
  expect(renamed).toMatch(/; Path=\/.*; HttpOnly; Secure/);
  expect([cookies].flat().some((line) => /^session=;.*Max-Age=0/.test(line))).toBe(true);
  expect(await cookiesFor(`__Host-session=${id}`)).toEqual({ status: 200, cookies: [] });
});
