import { sql } from "drizzle-orm";
import { expect, inject, onTestFinished, test } from "vitest";
import { plannedByValues, rows } from "#db/client.server";
import { openServerDatabase } from "#db/server-database.server";

test("a statement that comes again is prepared, unless it says that it is planned by its values", async () => {
  const place = inject("database");
  if (place.kind !== "server") throw new Error("This test needs a server.");
  const { db, close } = openServerDatabase(place.url, 1);
  onTestFinished(close);
  for (let i = 0; i < 3; i++) {
    await db.execute(sql`select ${`again ${i}`}::text as one`);
    await db.execute(sql`${plannedByValues}select ${`by values ${i}`}::text as other`);
  }
  const prepared = await rows<{ statement: string }>(db, sql`select statement from pg_prepared_statements`);
  expect(prepared.map(({ statement }) => statement).filter((text) => / as (one|other)$/.test(text))).toEqual([
    "select $1::text as one",
  ]);
});
