import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { passkeys, sessions } from "#db/schema";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import type { User } from "~/models/core/users/viewer";
import { Authenticator } from "../../fakes/sign-in/authenticator";
import { origin, startApp, useApp } from "../support/app";
import { ask } from "../support/ask";
import { signedIn, Visitor } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

let [ada, mona]: User[] = [];

beforeEach(async () => {
  ({ ada, mona } = await cast("ada", "mona"));
});

const here = () => ({ origin: origin(), id: "127.0.0.1" });
const json = { Accept: "application/json" };

async function add(visitor: Visitor, key = new Authenticator()) {
  const options = JSON.parse((await visitor.post("/me/passkeys/options", {}, json)).html);
  await visitor.post("/me/passkeys", { name: "Laptop", response: key.create(here(), options) });
  return key;
}

const require = () => changeSettings(db, { viewer: ada as User, values: { staffNeedPasskey: true } });

/** Ada has a passkey, and the team needs them. */
async function required(): Promise<Visitor> {
  const visitor = await signedIn(ada as User);
  await add(visitor);
  await require();
  return visitor;
}

test("only who has a passkey can have the team need them", async () => {
  await expect(require()).rejects.toThrow("ownPasskeyFirst");
  expect((await (await required()).get("/staff/people")).status).toBe(200);
});

test("whoever of the team has not used one is led to add one, and does no more than members do before", async () => {
  await required();
  await post(mona as User, idea(await addBoard()));
  const visitor = await signedIn(mona as User);
  expect((await visitor.get("/staff")).location).toBe("/sign-in/passkey-needed?next=%2Fstaff");
  expect((await visitor.post("/posts/1/pin", { pinned: "on" })).location).toContain("/sign-in/passkey-needed");
  expect((await visitor.get("/staff/export/8a3a8e4c-6f0e-4b62-9c50-7d2f7f0a1b11.zip")).location).toContain("needed");
  expect((await visitor.get("/me")).status).toBe(200);
  const page = await visitor.get("/sign-in/passkey-needed?next=/staff");
  expect(page.document.querySelector("form[action='/me/passkeys']")).not.toBeNull();
  await add(visitor);
  expect((await visitor.get("/staff")).status).toBe(200);
  expect((await visitor.get("/sign-in/passkey-needed?next=/staff")).location).toBe("/staff");
});

test("whoever has one has to use it: a mailbox neither adds nor removes any", async () => {
  await required();
  const key = await add(await signedIn(mona as User));
  const thief = await signedIn(mona as User);
  const before = await db.select().from(passkeys);
  await add(thief);
  await thief.post("/me/passkeys/remove", { id: key.id.toString("base64url") });
  expect(await db.select().from(passkeys)).toEqual(before);
  expect((await thief.get("/staff")).location).toContain("/sign-in/passkey-needed");
  const visitor = new Visitor();
  const options = JSON.parse((await visitor.post("/sign-in/passkey/options", {}, json)).html);
  await visitor.post("/sign-in/passkey", { response: key.get(here(), options) });
  expect((await visitor.get("/staff")).status).toBe(200);
});

test("the last passkey of an administrator stays while the team needs them", async () => {
  const visitor = await required();
  await add(await signedIn(mona as User));
  const [own] = await db
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, ada?.id ?? ""));
  await visitor.post("/me/passkeys/remove", { id: own?.id ?? "" });
  expect(await db.$count(passkeys)).toBe(2);
  await add(visitor);
  await visitor.post("/me/passkeys/remove", { id: own?.id ?? "" });
  expect(await db.$count(passkeys)).toBe(2);
  expect(await db.$count(passkeys, eq(passkeys.id, own?.id ?? ""))).toBe(0);
});

test("STAFF_PASSKEYS=off is the way back where all are lost", async () => {
  await required();
  await db.update(sessions).set({ isByPasskey: sql`false` });
  const app = await startApp({ STAFF_PASSKEYS: "off" });
  onTestFinished(() => app.stop());
  const visitor = await signedIn(ada as User);
  const headers = { Cookie: [...visitor.cookies].map((pair) => pair.join("=")).join("; ") };
  expect((await ask("/staff/people", { of: app.origin, headers })).status).toBe(200);
  expect((await ask("/staff/people", { headers })).status).toBe(303);
});
