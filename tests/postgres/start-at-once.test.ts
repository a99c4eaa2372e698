import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Database, rows } from "#db/client.server";
import { migrate } from "#db/migrate.server";
import { queues } from "#db/queue.server";
import { openServerDatabase } from "#db/server-database.server";
import { createEmptyDatabase } from "../support/empty-database";

// Several processes of a portal are started at the same moment, on a database that has nothing in it yet.

let drop: () => Promise<void>;
let databases: Database[];

beforeAll(async () => {
  const place = inject("database");
  if (place.kind !== "server") throw new Error("This test needs a server.");
  const empty = await createEmptyDatabase(place.url);
  drop = empty.drop;
  databases = [1, 2, 3].map(() => openServerDatabase(empty.url, 3));
});

afterAll(async () => {
  await Promise.all(databases.map(({ close }) => close()));
  await drop();
});

const startAll = async () =>
  (await Promise.allSettled(databases.map((database) => migrate(database)))).map(({ status }) => status);

async function installed(): Promise<string[]> {
  const found = await rows<{ name: string }>(
    (databases[0] as Database).db,
    sql`select name from pgboss.queue where name not like '\\_\\_pgboss%'`,
  );
  return found.map(({ name }) => name).sort();
}

test("all of them come up, and so they do when a version has more queues", async () => {
  expect(await startAll()).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
  expect(await installed()).toEqual([...queues].sort());
  const [{ db }] = databases as [Database];
  for (let round = 0; round < 3; round++) {
    for (const queue of queues.slice(0, 12)) await db.execute(sql`select pgboss.delete_queue(${queue})`);
    expect(await startAll()).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(await installed()).toEqual([...queues].sort());
  }
}, 60_000);
