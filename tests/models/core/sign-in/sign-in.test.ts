import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events, signIns, users } from "#db/schema";
import { signInWithCode, signInWithLink } from "~/models/core/sign-in/complete-sign-in.server";
import { requestSignIn } from "~/models/core/sign-in/request-sign-in.server";
import { codeFor, linkTokenFor } from "~/models/core/sign-in/tokens.server";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const secret = "a secret of at least thirty-two characters";
const email = "ben@example.com";
const minutes = 60_000;

async function request(at = new Date()) {
  await requestSignIn(db, { email, language: "de", next: "/posts/7", at });
  const [latest] = (await db.select().from(signIns)).sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  if (!latest) throw new Error("No request was kept.");
  return { id: latest.id, code: codeFor(secret, latest.id) };
}

const wrong = (code: string) => (code === "000000" ? "111111" : "000000");

test("the code makes a new account with the language of the request, and leads where one wanted to go", async () => {
  const { code } = await request();
  const { user, next } = await signInWithCode(db, { email, code, secret });
  expect(user).toMatchObject({ name: null, role: "member", language: "de" });
  expect(next).toBe("/posts/7");
  expect(await db.select({ type: events.type }).from(events)).toEqual([{ type: "user.signed_up" }]);
});

test("signing in again finds the same account", async () => {
  const first = await signInWithCode(db, { email, code: (await request()).code, secret });
  const second = await signInWithCode(db, { email, code: (await request()).code, secret });
  expect(second.user.id).toBe(first.user.id);
  expect(await db.select().from(users)).toHaveLength(1);
});

test("a code works once, also when it is used twice at the same moment", async () => {
  const { code } = await request();
  const attempts = [1, 2, 3].map(() => signInWithCode(db, { email, code, secret }));
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(signInWithCode(db, { email, code, secret })).rejects.toThrow("codeExpired");
});

test("five wrong tries end a code, the right one included", async () => {
  const { code } = await request();
  for (let i = 0; i < 5; i++) {
    await expect(signInWithCode(db, { email, code: wrong(code), secret })).rejects.toThrow("codeWrong");
  }
  await expect(signInWithCode(db, { email, code, secret })).rejects.toThrow("codeExpired");
});

test("tries made at the same moment are all counted", async () => {
  const { code } = await request();
  await Promise.allSettled(Array.from({ length: 9 }, () => signInWithCode(db, { email, code: wrong(code), secret })));
  const [row] = await db.select({ tries: signIns.tries }).from(signIns);
  expect(row?.tries).toBe(5);
});

test("a code and a link are good for ten minutes", async () => {
  const then = new Date(Date.now() - 11 * minutes);
  const { id, code } = await request(then);
  await expect(signInWithCode(db, { email, code, secret })).rejects.toThrow("codeExpired");
  const token = linkTokenFor(secret, id);
  await expect(signInWithLink(db, { token, secret })).rejects.toThrow("linkExpired");
  const inTime = new Date(then.getTime() + 9 * minutes);
  await expect(signInWithLink(db, { token, secret, at: inTime })).resolves.toMatchObject({ next: "/posts/7" });
});

test("an unknown address, an address without a request and a code of another address are told the same", async () => {
  const { code } = await request();
  const elsewhere = signInWithCode(db, { email: "cleo@example.com", code, secret });
  await expect(elsewhere).rejects.toThrow("codeExpired");
});

test("an earlier code is still good after a second request, and both are spent together", async () => {
  const first = await request();
  const second = await request(new Date(Date.now() + 1000));
  await signInWithCode(db, { email, code: first.code, secret });
  await expect(signInWithCode(db, { email, code: second.code, secret })).rejects.toThrow("codeExpired");
});

test("a link whose token was tampered with is refused", async () => {
  const { id } = await request();
  const token = linkTokenFor(secret, id);
  const forged = linkTokenFor("another secret of at least thirty-two chars", id);
  for (const bad of [forged, token.slice(0, -1), `${token}x`, id, "", "x".repeat(200)]) {
    await expect(signInWithLink(db, { token: bad, secret })).rejects.toThrow("linkExpired");
  }
});

test("so many codes an hour go to one address, and no more", async () => {
  for (let i = 0; i < 6; i++) await request();
  await expect(request()).rejects.toThrow("tooManyCodes");
  await expect(request(new Date(Date.now() + 61 * minutes))).resolves.toBeDefined();
});

test("ADMIN_EMAIL becomes administrator at the first sign-in and stays so", async () => {
  const first = await signInWithCode(db, { email, code: (await request()).code, secret, adminEmail: email });
  expect(first.user.role).toBe("admin");
  await signInWithCode(db, { email, code: (await request()).code, secret, adminEmail: email });
  expect(await db.select().from(events).where(eq(events.type, "user.role_changed"))).toHaveLength(1);
});

test("somebody who is blocked does not get in", async () => {
  const { user } = await signInWithCode(db, { email, code: (await request()).code, secret });
  await db.update(users).set({ blockedAt: new Date() }).where(eq(users.id, user.id));
  const { code } = await request();
  await expect(signInWithCode(db, { email, code, secret })).rejects.toThrow("blocked");
});
