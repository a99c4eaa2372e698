import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { comments, deliveries, keptForms, sessions } from "#db/schema";
import { useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

async function signIn(visitor: Visitor, email: string, next = "/") {
  await visitor.post("/sign-in", { email, next });
  await runJobs();
  const [mail] = await db.select().from(deliveries).where(eq(deliveries.kind, "sign-in"));
  const code = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "";
  return visitor.submit("/sign-in/code", { email, code, next });
}

const id = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3";
const body = "First line,\nsecond line — and much more.";

test("what somebody wrote while their session ended is there after signing in, and goes where it was going", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(mona, idea(await addBoard()));
  const visitor = await signedIn(ben);
  await db.delete(sessions);
  const sent = await visitor.post("/posts/1/comments", { id, body });
  expect(sent.location).toMatch(/^\/sign-in\?next=/);
  const page = await signIn(visitor, "ben@example.com", "/posts/1");
  expect(page.document.querySelector("h1")?.textContent).toBe("What you sent is still here");
  expect(page.document.querySelector<HTMLTextAreaElement>("textarea[name=body]")?.value).toBe(body);
  expect(page.document.querySelector("input[name=id]")?.getAttribute("value")).toBe(id);
  const again = await visitor.post("/kept", { id, body });
  expect([again.status, again.location]).toEqual([307, "/posts/1/comments"]);
  expect((await visitor.post(again.location ?? "", { id, body })).status).toBe(303);
  expect(await db.select({ body: comments.bodyMarkdown }).from(comments)).toEqual([{ body }]);
  expect(await db.select().from(keptForms)).toEqual([]);
});

test("it is kept for every form with a text, and not for a vote", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  const forms: Record<string, Record<string, string>> = {
    "/posts/new": { id, title: "Dark mode", body },
    "/posts/1/edit": { title: "Dark mode", body },
    "/posts/1/move": { from: "open", to: "declined", answer: "No." },
    "/posts/1/notes": { id, body },
    "/staff/changelog/new": { title: "News", body },
    "/staff/replies": { title: "Thanks", body },
  };
  for (const [path, fields] of Object.entries(forms)) {
    await new Visitor().post(path, fields);
    const [kept] = await db.select().from(keptForms).where(eq(keptForms.action, path));
    expect(kept?.fields, path).toEqual(Object.entries(fields));
  }
  const before = await db.$count(keptForms);
  const voter = await signedIn(mona);
  await db.delete(sessions);
  await voter.post("/posts/1/vote", { vote: "on" });
  await voter.post("/posts/1/follow", { level: "everything" });
  expect(await db.$count(keptForms)).toBe(before);
});

test("it belongs to one browser, for an hour, one form at a time, and never a large one", async () => {
  await cast("ben");
  const visitor = new Visitor();
  await visitor.post("/posts/new", { title: "First", body });
  await visitor.post("/posts/new", { title: "Second", body });
  expect(await db.$count(keptForms)).toBe(1);
  const other = new Visitor();
  expect(words(await signIn(other, "ben@example.com"))).not.toContain("Second");
  await db.execute(sql`update kept_forms set created_at = now() - interval '61 minutes'`);
  await db.delete(deliveries);
  expect(words(await signIn(visitor, "ben@example.com"))).not.toContain("What you sent is still here");
  await new Visitor().post("/posts/new", { title: "Large", body: "x".repeat(400_000) });
  expect(await db.$count(keptForms)).toBe(1);
});

test("it can be thrown away", async () => {
  await cast("ben");
  const visitor = new Visitor();
  await visitor.post("/posts/new", { title: "First", body });
  await signIn(visitor, "ben@example.com");
  await visitor.submit("/kept/discard");
  expect((await visitor.get("/kept")).location).toBe("/");
  expect(await db.$count(keptForms)).toBe(0);
});
