import { expect, test } from "vitest";
import type { Database } from "#db/client.server";
import { migrate } from "#db/migrate.server";
import { database, useDatabase } from "../support/database";

useDatabase();

/** The same database, whose first transactions fail so many times. */
function failing(times: number, code: string): { database: Database; tries: () => number } {
  let tries = 0;
  const db = new Proxy(database.db, {
    get(target, name) {
      if (name !== "transaction") return Reflect.get(target, name);
      return (work: Parameters<typeof target.transaction>[0]) => {
        tries++;
        if (tries > times) return target.transaction(work);
        return Promise.reject(new Error("Failed query", { cause: Object.assign(new Error("no"), { code }) }));
      };
    },
  });
  const { kind, queueConnection } = database;
  return { database: { kind, queueConnection, db } as Database, tries: () => tries };
}

test("where another version sets up the same at the same moment, it is tried again, though not for ever", async () => {
  const [never, twice, always] = [failing(0, "40P01"), failing(2, "40P01"), failing(99, "40P01")];
  await migrate(never.database);
  await migrate(twice.database);
  expect(twice.tries()).toBe(never.tries() + 2);
  await expect(migrate(always.database)).rejects.toThrow("Failed query");
  expect(always.tries()).toBe(5);
}, 30_000);

test("what fails for another reason fails at once", async () => {
  const wrong = failing(1, "42P01");
  await expect(migrate(wrong.database)).rejects.toThrow("Failed query");
  expect(wrong.tries()).toBe(1);
});
