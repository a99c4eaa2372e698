import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { v4 as uuid } from "uuid";
import { expect, test } from "vitest";
import { attachments } from "#db/schema";
import { forgetFiles } from "~/models/feedback/attachments/forget-files.server";
import { removeAttachment } from "~/models/feedback/attachments/remove-attachment.server";
import { keyOf } from "~/models/feedback/attachments/storage-key";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { png } from "../../../support/file-samples";
import { attach, postAt, testStore } from "../../../support/files";

useDatabase();

const day = 24 * 60 * 60_000;
const put = (key: string) => testStore.put(key, { content: Readable.from([Buffer.from("x")]), bytes: 1, type: "x/x" });

async function stored(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of testStore.list()) keys.push(key);
  return keys.sort();
}

test("a day later nothing is left of what belongs to nothing, and all of what belongs to something", async () => {
  for (const key of await stored()) await testStore.remove(key);
  const { ben } = await cast("ben");
  const to = await postAt(await post(ben, idea(await addBoard())));
  const kept = await attach(ben, to, "kept.png", await png(500, 400));
  const draft = await attach(ben, { kind: "draft", id: uuid() }, "draft.txt");
  const removed = await attach(ben, to, "removed.txt");
  await removeAttachment(db, { viewer: ben, id: removed });
  await put(keyOf(uuid()));
  await put("of-somebody-else/whole");
  const [row] = await db.select().from(attachments).where(eq(attachments.id, kept));
  const own = [keyOf(row?.storageKey ?? ""), keyOf(row?.storageKey ?? "", 320)];
  expect(await stored()).toHaveLength(6);
  // Whoever is writing or sending now is left alone.
  await forgetFiles(db, testStore, new Date());
  expect(await stored()).toHaveLength(6);
  await forgetFiles(db, testStore, new Date(Date.now() + day + 60_000));
  expect(await stored()).toEqual([...own, "of-somebody-else/whole"].sort());
  expect((await db.select({ id: attachments.id }).from(attachments)).map(({ id }) => id)).not.toContain(draft);
});
