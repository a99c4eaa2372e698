import { expect, test } from "vitest";
import { useApp } from "../support/app";
import { Visitor } from "../support/browser";
import { useDatabase } from "../support/database";

useDatabase();
useApp({ BASE_URL: "https://feedback.example.com" }, { showsOutbox: false });

test("in production there is no outbox", async () => {
  expect((await new Visitor().get("/dev/outbox")).status).toBe(404);
  expect((await new Visitor().get("/sign-in")).html).not.toContain("outbox");
});

test("behind https every cookie is Secure and browsers are told to stay with https", async () => {
  const page = await new Visitor().post("/theme", { theme: "dark" }, { "Sec-Fetch-Site": "same-origin" });
  expect(page.headers.getSetCookie()[0]).toMatch(/; Secure/);
  expect(page.headers.get("Strict-Transport-Security")).toMatch(/max-age=31536000/);
});
