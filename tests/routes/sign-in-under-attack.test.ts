import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { deliveries, signIns } from "#db/schema";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import { requestSignIn } from "~/models/core/sign-in/request-sign-in.server";
import { origin, useApp } from "../support/app";
import { Visitor, words } from "../support/browser";
import { addRoadmap, cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

const email = "ben@example.com";

async function mails() {
  await runJobs();
  const sent = await db.select().from(deliveries).where(eq(deliveries.kind, "sign-in")).orderBy(deliveries.id);
  return sent.map(({ text }) => ({
    code: /\b\d{6}\b/.exec(text ?? "")?.[0] ?? "",
    link: /http\S+\/sign-in\/link\/\S+/.exec(text ?? "")?.[0]?.replace(origin(), "") ?? "",
  }));
}

const latest = async () => (await mails()).at(-1) ?? { code: "", link: "" };
const ask = (visitor: Visitor) => visitor.post("/sign-in", { email });
const wrongOf = (code: string) => (code === "000000" ? "111111" : "000000");

/** As if so many minutes had gone by. */
const wait = (minutes: number) =>
  db.execute(sql`update sign_ins set created_at = created_at - make_interval(mins => ${minutes}::int),
    expires_at = expires_at - make_interval(mins => ${minutes}::int)`);

test("nobody is kept from signing in by somebody who asks for the same address and types wrong codes", async () => {
  await cast("ben");
  const [stranger, ben] = [new Visitor(), new Visitor()];
  for (let i = 0; i < 6; i++) {
    await ask(stranger);
    await wait(2);
  }
  for (let i = 0; i < 6; i++) await ask(new Visitor());
  expect((await ask(ben)).status).toBe(303);
  const { code } = await latest();
  for (let i = 0; i < 6; i++) await stranger.post("/sign-in/code", { email, code: wrongOf(code) });
  expect((await ben.post("/sign-in/code", { email, code })).status).toBe(303);
  expect((await ben.get("/me")).status).toBe(200);
});

test("a code is good in the browser that asked alone, and the link anywhere, whatever codes were typed", async () => {
  await cast("ben");
  const [ben, other] = [new Visitor(), new Visitor()];
  await ask(ben);
  const { code, link } = await latest();
  const refused = await other.post("/sign-in/code", { email, code });
  expect(words(refused)).toContain("This code is no longer good.");
  for (let i = 0; i < 6; i++) await ben.post("/sign-in/code", { email, code: wrongOf(code) });
  await other.submit(link);
  expect((await other.get("/me")).status).toBe(200);
});

test("asking again within a minute keeps the code and sends no second mail; later there is another", async () => {
  await cast("ben");
  const ben = new Visitor();
  await ask(ben);
  await ask(ben);
  expect(await mails()).toHaveLength(1);
  await wait(2);
  await ask(ben);
  expect(await mails()).toHaveLength(2);
});

test("however many ask, an address gets some ten mails an hour, and each of them serves all who asked", async () => {
  await cast("ben");
  const askers = [];
  for (let minute = 0; minute < 60; minute++) {
    const asker = new Visitor();
    await ask(asker);
    askers.push(asker);
    await wait(1);
  }
  expect((await mails()).length).toBeLessThanOrEqual(11);
  const ben = new Visitor();
  await ask(ben);
  const { link } = await latest();
  await ben.submit(link);
  expect((await ben.get("/me")).status).toBe(200);
});

async function crowd() {
  for (let i = 0; i < 12; i++) await ask(new Visitor());
}

test("where many browsers ask, a code is looked at once work was done for it, and that once", async () => {
  await cast("ben");
  await crowd();
  const ben = new Visitor();
  await ask(ben);
  const { code } = await latest();
  const page = await ben.post("/sign-in/code", { email, code });
  expect(words(page)).toContain("open the link in the mail");
  const form = await ben.get("/sign-in/code");
  expect(words(form)).toContain("your browser has to work something out first");
  const challenge = JSON.parse(form.document.querySelector("proof-of-work")?.getAttribute("data-challenge") ?? "");
  const solution = await solveChallenge({ challenge, deriveKey });
  const proof = JSON.stringify({ challenge, solution });
  const other = new Visitor();
  await ask(other);
  await other.post("/sign-in/code", { email, code: wrongOf(code), proof });
  expect(await db.$count(signIns, eq(signIns.needsProof, true))).toBe(2);
  expect((await ben.post("/sign-in/code", { email, code, proof })).status).toBe(303);
  expect((await ben.get("/me")).status).toBe(200);
}, 30_000);

test("where many browsers ask, one without JavaScript signs in by the link, and a known one by its code", async () => {
  await cast("ben");
  const known = new Visitor();
  await ask(known);
  await known.post("/sign-in/code", { email, code: (await latest()).code });
  await known.post("/sign-out");
  await crowd();
  const plain = new Visitor();
  await ask(plain);
  await plain.submit((await latest()).link);
  expect((await plain.get("/me")).status).toBe(200);
  await crowd();
  await mails();
  await wait(2);
  await ask(known);
  expect((await known.post("/sign-in/code", { email, code: (await latest()).code })).status).toBe(303);
});

test("mails that ask whether to subscribe stop at three an hour, and leave signing in alone", async () => {
  for (const slug of ["one", "two", "three", "four"]) await addRoadmap(slug);
  const stranger = new Visitor();
  for (const path of ["/changelog", "/roadmap/one", "/roadmap/two", "/roadmap/three", "/roadmap/four"])
    expect((await stranger.post(`${path}/subscription`, { email: "new@example.com" })).status).toBe(303);
  expect(await db.$count(deliveries, eq(deliveries.kind, "subscription"))).toBe(3);
  await new Visitor().post("/sign-in", { email: "new@example.com" });
  expect(await mails()).toHaveLength(1);
});

const work = async (visitor: Visitor) =>
  (await visitor.get("/sign-in/code")).document.querySelector("proof-of-work") !== null;

test("a portal that always wants work wants it of browsers that are new to an address, and of no others", async () => {
  const { ada } = await cast("ada", "ben");
  await changeSettings(db, { viewer: ada, values: { proofOfWork: "always" } });
  const stranger = new Visitor();
  await ask(stranger);
  expect(await work(stranger)).toBe(true);
  const { link } = await latest();
  await stranger.submit(link);
  expect((await stranger.get("/me")).status).toBe(200);
  await stranger.submit("/sign-out");
  await wait(2);
  await ask(stranger);
  expect(await work(stranger)).toBe(false);
});

test("while codes are asked for in hundreds, for whatever addresses, each new browser has work to do", async () => {
  const crowd = (count: number, at: Date) =>
    Promise.all(
      Array.from({ length: count }, (_, i) =>
        requestSignIn(db, { email: `somebody-${i}@example.com`, language: "en", asker: `browser-${i}`, at }),
      ),
    );
  const ben = new Visitor();
  await crowd(299, new Date());
  await ask(ben);
  expect(await work(ben)).toBe(false);
  await wait(2);
  await ask(ben);
  expect(await work(ben)).toBe(true);
  await wait(11);
  await ask(ben);
  expect(await work(ben)).toBe(false);
});
