import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attachments } from "#db/schema";
import { deleteAccount } from "~/models/admin/personal-data/delete-account.server";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { attach, postAt } from "../support/files";
import { until, whileHeld } from "../support/while-held";

useDatabase();

test("an account is deleted after the file that is being written down, and takes it along", async () => {
  const { ben, milo } = await cast("ben", "milo");
  const number = await post(ben, idea(await addBoard()));
  const to = await postAt(number);
  const leave = () => deleteAccount(db, { viewer: milo, userId: milo.id, texts: "removed" });
  let goOn = () => {};
  let isReading = false;
  const rest = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const attaching = attach(milo, to, "late.txt", "late", () => {
    isReading = true;
    return rest;
  });
  await until(async () => isReading);
  const leaving = await whileHeld({ table: "posts", number }, async (waiting) => {
    goOn();
    await until(async () => (await waiting()) === 1);
    const left = leave();
    await until(async () => (await waiting()) === 2);
    return [left];
  });
  await Promise.all([attaching, ...leaving]);
  const [row] = await db.select().from(attachments).where(eq(attachments.uploaderId, milo.id));
  expect(row).toMatchObject({ name: "…", removedBy: milo.id });
});
