import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { deliveries, events, hookMessages, suppressions } from "#db/schema";
import type { DeliveryStatus } from "#db/schema/telling/deliveries";
import { unsuppressAddress } from "~/models/telling/deliveries/suppressions.server";
import { origin, useApp } from "../support/app";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { hookSecret, sendHook } from "../support/resend-hooks";

useDatabase();
useApp({ RESEND_WEBHOOK_SECRET: hookSecret });

let sent = 0;

/** A mail that Resend took; later ones are younger. */
async function mailTo(to: string, status: DeliveryStatus = "accepted") {
  const [id, providerId] = [uuid(), uuid()];
  const createdAt = new Date(Date.now() - 60_000 + sent++);
  await db.insert(deliveries).values({ id, providerId, to, kind: "move", status, response: "first", createdAt });
  return { id, providerId, tagged: { email_id: providerId, tags: { delivery: id } } };
}

async function fateOf({ id }: { id: string }) {
  const [delivery] = await db.select().from(deliveries).where(eq(deliveries.id, id));
  return delivery?.status;
}

const suppressed = async () => (await db.select().from(suppressions)).map(({ email, reason }) => `${email}: ${reason}`);

const bounce = (type: string) => ({ bounce: { type, subType: "General", message: "Nobody lives here." } });

test("a mail is found by our tag, or by the provider's id", async () => {
  const [first, second] = [await mailTo("ben@example.com"), await mailTo("cleo@example.com")];
  await db.update(deliveries).set({ providerId: null }).where(eq(deliveries.id, first.id));
  expect(await sendHook("email.delivered", first.tagged)).toBe(200);
  expect(await sendHook("email.delivered", { email_id: second.providerId })).toBe(200);
  expect([await fateOf(first), await fateOf(second)]).toEqual(["delivered", "delivered"]);
});

test("what is not signed by Resend, over these very bytes, just now, has no effect", async () => {
  const mail = await mailTo("ben@example.com");
  const other = `whsec_${Buffer.from("somebody else's secret").toString("base64")}`;
  expect(await sendHook("email.complained", mail.tagged, { secret: other })).toBe(401);
  expect(await sendHook("email.complained", mail.tagged, { at: new Date(Date.now() - 6 * 60_000) })).toBe(401);
  const forged = JSON.stringify({ type: "email.complained", data: mail.tagged });
  expect(await sendHook("email.delivered", mail.tagged, { body: forged })).toBe(401);
  expect((await fetch(`${origin()}/hooks/resend`, { method: "POST", body: forged })).status).toBe(401);
  expect(await fateOf(mail)).toBe("accepted");
  expect(await db.select().from(hookMessages)).toEqual([]);
});

test("what concerns no mail of ours, or is nothing we know, is taken and does nothing", async () => {
  expect(await sendHook("email.delivered", { email_id: uuid(), tags: { delivery: uuid() } })).toBe(200);
  expect(await sendHook("email.delivered", { tags: { delivery: "x'; drop table" } })).toBe(200);
  expect(await sendHook("contact.created", { email: "ben@example.com" })).toBe(200);
  const mail = await mailTo("ben@example.com");
  expect(await sendHook("email.opened", mail.tagged)).toBe(200);
  expect(await fateOf(mail)).toBe("accepted");
});

test("the same message again changes nothing, also at the same moment", async () => {
  const { ada } = await cast("ada");
  const mail = await mailTo("ben@example.com");
  const again = { id: "msg_again" };
  const complain = () => sendHook("email.complained", mail.tagged, again);
  expect(await Promise.all([complain(), complain(), complain()])).toEqual([200, 200, 200]);
  await unsuppressAddress(db, { viewer: ada, email: "ben@example.com" });
  expect(await complain()).toBe(200);
  expect(await suppressed()).toEqual([]);
  expect(await db.select().from(hookMessages)).toMatchObject([{ id: "resend:msg_again" }]);
});

test("whatever the order, a fate never goes back", async () => {
  const types = ["sent", "delivery_delayed", "delivered", "bounced", "complained", "failed"] as const;
  const ranks = { accepted: 1, delivered: 2, bounced: 3, failed: 3, complained: 4 } as Record<string, number>;
  for (const first of types) {
    for (const second of types) {
      const mail = await mailTo(`${first}-${second}@example.com`);
      await sendHook(`email.${first}`, mail.tagged);
      const before = (await fateOf(mail)) ?? "";
      await sendHook(`email.${second}`, mail.tagged);
      const after = (await fateOf(mail)) ?? "";
      expect(ranks[after], `${first}, ${second}`).toBeGreaterThanOrEqual(ranks[before] ?? 9);
    }
  }
});

test("each type says what became of the mail, and keeps the provider's words", async () => {
  const fates = {
    delivered: ["delivered", "first"],
    delivery_delayed: ["accepted", "The recipient's server puts it off."],
    bounced: ["bounced", "Permanent: General: Nobody lives here."],
    complained: ["complained", "first"],
    failed: ["failed", "reached_daily_quota"],
    suppressed: ["suppressed", "On the list."],
  };
  for (const [type, expected] of Object.entries(fates)) {
    const mail = await mailTo(`${type}@example.com`);
    const words = {
      ...bounce("Permanent"),
      failed: { reason: "reached_daily_quota" },
      suppressed: { message: "On the list." },
    };
    await sendHook(`email.${type}`, { ...mail.tagged, ...words });
    const [delivery] = await db.select().from(deliveries).where(eq(deliveries.id, mail.id));
    expect([delivery?.status, delivery?.response], type).toEqual(expected);
  }
});

test("a mail that its worker knows nothing of yet moves on, and a delay does not talk over what is known", async () => {
  const mail = await mailTo("ben@example.com", "queued");
  await sendHook("email.delivered", mail.tagged);
  await sendHook("email.delivery_delayed", mail.tagged);
  const [delivery] = await db.select().from(deliveries);
  expect(delivery).toMatchObject({ status: "delivered", response: "first" });
});

describe("an address gets no more mail", () => {
  test("once it bounced for good or somebody complained, and history says so once", async () => {
    const [ben, cleo] = [await mailTo("Ben@example.com"), await mailTo("cleo@example.com")];
    await sendHook("email.bounced", { ...ben.tagged, ...bounce("Permanent") });
    await sendHook("email.complained", cleo.tagged);
    await sendHook("email.complained", (await mailTo("cleo@example.com")).tagged);
    expect(await suppressed()).toEqual(["ben@example.com: bounce", "cleo@example.com: complaint"]);
    expect((await db.select().from(events)).map(({ type, actorId, data }) => ({ type, actorId, data }))).toEqual([
      { type: "mail.suppressed", actorId: null, data: { address: "ben@example.com", reason: "bounce" } },
      { type: "mail.suppressed", actorId: null, data: { address: "cleo@example.com", reason: "complaint" } },
    ]);
  });

  test.each(["Transient", "Undetermined"])(
    "once three in a row came back for a reason that may pass: %s",
    async (type) => {
      const comeBack = async () =>
        sendHook("email.bounced", { ...(await mailTo("ben@example.com")).tagged, ...bounce(type) });
      await comeBack();
      await comeBack();
      await sendHook("email.delivered", (await mailTo("ben@example.com")).tagged);
      await comeBack();
      await comeBack();
      expect(await suppressed()).toEqual([]);
      await comeBack();
      expect(await suppressed()).toEqual(["ben@example.com: bounce"]);
    },
  );

  test("and whoever is trusted again begins anew", async () => {
    const { ada } = await cast("ada");
    const comeBack = async () =>
      sendHook("email.bounced", { ...(await mailTo("ben@example.com")).tagged, ...bounce("Transient") });
    for (let i = 0; i < 3; i++) await comeBack();
    await unsuppressAddress(db, { viewer: ada, email: "ben@example.com" });
    await comeBack();
    expect(await suppressed()).toEqual([]);
  });
});
