import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { identities, passkeys } from "#db/schema";
import { useApp } from "../support/app";
import { type Page, signedIn } from "../support/browser";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp({}, { showsOutbox: false });

const toast = (page: Page) => page.document.querySelector("toast-region")?.textContent ?? "";

test("where no mail goes out, the last way to sign in that needs none stays", async () => {
  const { ben } = await cast("ben");
  const visitor = await signedIn(ben);
  const id = uuid();
  await db.insert(passkeys).values({ id: "key", userId: ben.id, name: "Laptop", publicKey: "x" });
  await db.insert(identities).values({ id, userId: ben.id, provider: "oidc", subject: "1", email: "ben@example.com" });
  await visitor.submit("/me/passkeys/remove", { id: "key" });
  expect(await db.$count(passkeys)).toBe(0);
  expect(toast(await visitor.submit("/me/identities/remove", { id }))).toContain("No mail goes out from here");
  expect(await db.$count(identities)).toBe(1);
  await db.delete(identities);
  await db.insert(passkeys).values({ id: "key", userId: ben.id, name: "Laptop", publicKey: "x" });
  await visitor.submit("/me/passkeys/remove", { id: "key" });
  expect(await db.$count(passkeys)).toBe(1);
});
