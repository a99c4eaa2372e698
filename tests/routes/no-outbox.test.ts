import { v4 as uuid } from "uuid";
import { expect, test } from "vitest";
import { deliveries } from "#db/schema";
import { readEnv } from "~/env.server";
import { openMailer } from "~/integrations/mail/open-mailer.server";
import { secret, useApp } from "../support/app";
import { Visitor, words } from "../support/browser";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp({ BASE_URL: "https://feedback.example.com" }, { showsOutbox: false });

test("in production there is no outbox", async () => {
  const [mail] = await db
    .insert(deliveries)
    .values({ id: uuid(), kind: "test", to: "ben@example.com", subject: "Hi", html: "<p>Hi</p>", text: "Hi" })
    .returning();
  for (const path of ["", `/${mail?.id}`, `/${mail?.id}/html`]) {
    const page = await new Visitor().get(`/dev/outbox${path}`);
    expect(page.status).toBe(404);
    expect(page.headers.get("Content-Security-Policy")).not.toContain("frame-src");
  }
  expect((await new Visitor().get("/sign-in")).html).not.toContain("outbox");
});

test("behind https every cookie is Secure and browsers are told to stay with https", async () => {
  const page = await new Visitor().post("/theme", { theme: "dark" }, { "Sec-Fetch-Site": "same-origin" });
  expect(page.headers.getSetCookie()[0]).toMatch(/; Secure/);
  expect(page.headers.get("Strict-Transport-Security")).toMatch(/max-age=31536000/);
});

test("a portal that sends no mail says so to whoever wants to sign in, and keeps no code", async () => {
  const visitor = new Visitor();
  const page = await visitor.get("/sign-in");
  expect(words(page)).toContain("This portal cannot send mail yet");
  await visitor.post("/sign-in", { email: "ben@example.com" }, { "Sec-Fetch-Site": "same-origin" });
  const env = readEnv({ NODE_ENV: "test", SESSION_SECRET: secret });
  await runJobs({ mailer: openMailer(env) });
  const [mail] = await db.select().from(deliveries);
  expect(mail).toMatchObject({ to: "ben@example.com", status: "accepted", subject: null, html: null, text: null });
});
