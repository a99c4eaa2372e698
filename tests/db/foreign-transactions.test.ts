import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import { migrate } from "#db/migrate.server";
import { figureSettings, postFigures } from "#db/schema";
import { castVote, withdrawVote } from "~/models/feedback/posts/vote-for-post.server";
import { refreshFigures } from "~/models/insights/figures/refresh-figures.server";
import { addBoard, cast, idea, post } from "../support/cast";
import { database, db, useDatabase } from "../support/database";

useDatabase();

/** As after restoring a dump of a server that has had many more transactions than this one. */
async function comeFromElsewhere(): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = 'replica'`);
    await tx.execute(sql`update events set transaction_id = '99999999999'`);
    await tx.execute(sql`update demand_settings set counted_before = '99999999990'`);
  });
}

test("after a dump was restored, what happens from then on is counted", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  await post(ben, idea(await addBoard()));
  await refreshFigures(db);
  await comeFromElsewhere();
  await migrate(database);
  expect(await rows(db, sql`select distinct transaction_id::text as id from events`)).toEqual([{ id: "0" }]);
  expect(await db.select({ before: figureSettings.countedBefore }).from(figureSettings)).toEqual([{ before: null }]);
  await refreshFigures(db);
  await castVote(db, { viewer: cleo, number: 1 });
  expect(await refreshFigures(db)).toBe("some");
  expect(await db.select({ votes: postFigures.votes }).from(postFigures)).toEqual([{ votes: 2 }]);
  await migrate(database);
  await withdrawVote(db, { viewer: cleo, number: 1 });
  expect(await refreshFigures(db)).toBe("some");
  expect(await db.select({ votes: postFigures.votes }).from(postFigures)).toEqual([{ votes: 1 }]);
}, 60_000);

test("the database lets nobody give an event that was written here another transaction, nor change more of it", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const refused = { cause: { message: "events is append-only" } };
  await expect(db.execute(sql`update events set transaction_id = '0'`)).rejects.toMatchObject(refused);
  await comeFromElsewhere();
  await expect(db.execute(sql`update events set transaction_id = '1'`)).rejects.toMatchObject(refused);
  await expect(db.execute(sql`update events set transaction_id = '0', type = 'x'`)).rejects.toMatchObject(refused);
});
