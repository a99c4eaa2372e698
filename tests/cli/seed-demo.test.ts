import { count } from "drizzle-orm";
import { expect, test } from "vitest";
import { comments, events, posts, users, votes } from "#db/schema";
import { seedDemo } from "~/cli/demo/seed-demo.server";
import { db, useDatabase } from "../support/database";

useDatabase();

test("timing", async () => {
  for (let i = 0; i < 1; i++) {
    const t = performance.now();
    expect(await seedDemo(db)).toBe(true);
    console.log("seed ms", performance.now() - t);
    for (const table of [posts, votes, comments, events, users])
      console.log(await db.select({ n: count() }).from(table));
  }
});
