import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { isDatabaseAway } from "#db/failures.server";
import { openServerDatabase } from "#db/server-database.server";

const place = inject("database");

test("connections killed in the middle of everything cost the queries under way, and neither the process nor a later one", async () => {
  if (place.kind !== "server") throw new Error("This test needs a server.");
  const victim = openServerDatabase(place.url, 5);
  const killer = postgres(place.url, { max: 1, fetch_types: false });
  const end = Date.now() + 6000;
  let [done, lost] = [0, 0];

  async function work(): Promise<void> {
    while (Date.now() < end) {
      try {
        await victim.db.transaction(async (tx) => {
          await tx.execute(sql`select pg_sleep(${Math.random() * 0.01})`);
          if (Math.random() < 0.3) await pause(Math.random() * 20);
          await tx.execute(sql`select 1`);
        });
        await victim.db.execute(sql`select 1`);
        done++;
      } catch (error) {
        if (!isDatabaseAway(error)) throw error;
        lost++;
        await pause(5);
      }
    }
  }

  async function kill(): Promise<void> {
    while (Date.now() < end) {
      // Those of this test alone: other files are at work in databases of their own.
      await killer`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'groundswell' and datname = current_database()
          and (query like '%pg_sleep%' or random() < 0.3)`;
      await pause(60);
    }
  }

  await Promise.all([...Array.from({ length: 20 }, work), kill()]);
  expect(done).toBeGreaterThan(50);
  expect(lost).toBeGreaterThan(50);
  await expect(victim.ping()).resolves.toBeUndefined();
  await Promise.all([victim.close(), killer.end()]);
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
