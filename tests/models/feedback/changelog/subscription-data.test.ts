import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { deliveries, mailTokens, subscribers, users } from "#db/schema";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import { exportPersonalData } from "~/models/admin/personal-data/export.server";
import { noteChangelogSeen } from "~/models/feedback/changelog/whats-new.server";
import { askToSubscribe, subscribeMember } from "~/models/telling/subscriptions/subscribe.server";
import { useApp } from "../../../support/app";
import { cast } from "../../../support/cast";
import { publishedEntry } from "../../../support/changelog";
import { db, useDatabase } from "../../../support/database";
import { runJobs } from "../../../support/jobs";
import { tablesThatSay } from "../../../support/search-everywhere";

useDatabase();
useApp();

const address = "quorndale@mail.example";

test("a deleted account gets no changelog, and nothing says any more that it did", async () => {
  const { mona, ben, cleo } = await cast("mona", "ben", "cleo");
  await db.update(users).set({ email: address, hidesName: false }).where(eq(users.id, ben.id));
  await subscribeMember(db, { viewer: ben, roadmapId: null });
  await subscribeMember(db, { viewer: cleo, roadmapId: null });
  await publishedEntry(mona);
  await noteChangelogSeen(db, ben);
  await runJobs();
  expect(await db.select().from(mailTokens)).toHaveLength(2);
  await publishedEntry(mona, { title: "Not mailed yet" });
  await runJobs({}, { only: "announce-entry" });
  await deleteAccount(db, { viewer: ben, userId: ben.id, texts: "kept" });
  await runJobs();
  expect(await db.select({ userId: subscribers.userId }).from(subscribers)).toEqual([{ userId: cleo.id }]);
  expect(await db.select().from(deliveries).where(eq(deliveries.userId, ben.id))).toEqual([]);
  expect(await tablesThatSay(address)).toEqual([]);
  const [gone] = await db.select().from(users).where(eq(users.id, ben.id));
  expect(gone).toMatchObject({ hidesName: true, changelogSeenAt: null });
});

test("an address that subscribed before it had an account is forgotten with the account", async () => {
  const { ben } = await cast("ben");
  await askToSubscribe(db, { email: address, language: "en", roadmapId: null });
  await runJobs();
  await db.update(users).set({ email: address }).where(eq(users.id, ben.id));
  await deleteAccount(db, { viewer: ben, userId: ben.id, texts: "kept" });
  await runJobs();
  expect(await tablesThatSay(address)).toEqual([]);
});

test("the export has the subscription, the wish not to be named, and own entries", async () => {
  const { mona } = await cast("mona");
  await db.insert(subscribers).values({ id: uuid(), userId: mona.id, confirmedAt: new Date("2026-11-01T00:00:00Z") });
  await publishedEntry(mona, { title: "Mine" });
  let text = "";
  for await (const piece of exportPersonalData(db, mona)) text += piece;
  expect(JSON.parse(text)).toMatchObject({
    profile: { hidesName: true },
    subscriptions: [{ roadmap: null, since: "2026-11-01T00:00:00.000Z" }],
    changelogEntries: [{ title: "Mine", body: "Your eyes may **rest**." }],
  });
});
