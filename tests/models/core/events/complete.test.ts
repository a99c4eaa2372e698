import { expect, test } from "vitest";
import { recordEvent, recordEvents } from "~/models/core/events/record.server";
import type { NewEvent } from "~/models/core/events/types";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { createReader, expectToRead } from "../../../support/read-events";

useDatabase();

test("whoever reads on from where they were reads everything once, and nothing of a transaction that is not over", async () => {
  const { ben } = await cast("ben");
  const event: NewEvent = { type: "user.unsubscribed", actorId: ben.id, data: {}, at: new Date() };
  const read = createReader();
  await recordEvents(db, Array(3).fill(event));
  await recordEvent(db, event);
  await expectToRead(read, [1, 2, 3, 4]);
  expect(await read()).toEqual([]);
  await expect(
    db.transaction(async (tx) => {
      await recordEvents(tx, [event, event]);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await recordEvents(db, Array(5).fill(event));
  await expectToRead(read, [7, 8, 9, 10, 11]);
});
