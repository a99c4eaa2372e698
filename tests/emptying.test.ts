import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { boards } from "#db/schema";
import { addBoard } from "./support/cast";
import { db, useDatabase } from "./support/database";
import { empty } from "./support/emptying";

useDatabase();

test("an emptied database counts from the beginning, also where somebody has said by what number it goes on", async () => {
  await addBoard("first");
  await addBoard("second");
  await empty(db);
  expect(await db.select().from(boards)).toEqual([]);
  expect(await addBoard("third")).toBe(1);
  await empty(db);
  await db.execute(sql`select setval(pg_get_serial_sequence('boards', 'id'), 7, false)`);
  await empty(db);
  expect(await addBoard("fourth")).toBe(1);
});
