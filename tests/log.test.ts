import { DrizzleQueryError, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createLog, describeError, maskEmail } from "~/log.server";
import { db, useDatabase } from "./support/database";

useDatabase();

test("a failed query is logged without its values, wherever the database quotes them", async () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const secret = "ben@example.com";
  for (const query of [sql`select ${secret}::int`, sql`insert into users (id, email) values (null, ${secret})`]) {
    await db.execute(query).catch((err) => log.error({ err }, "request failed"));
  }
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain("ben@");
  expect(JSON.parse(lines[0] ?? "").err).toMatchObject({
    code: "22P02",
    query: expect.stringContaining("select $1::int"),
  });
});

test("an error keeps its stack and what it is", () => {
  const described = describeError(new TypeError("No such thing"));
  expect(described).toMatchObject({ name: "TypeError", message: "No such thing" });
  expect(described.stack).toContain("log.test.ts");
  expect(describeError("just words")).toEqual({ message: "just words" });
  const failed = new DrizzleQueryError("select 1", ["secret"], new Error("away"));
  expect(JSON.stringify(describeError(failed))).not.toContain("secret");
});

test("an address is cut down to what helps", () => {
  expect(maskEmail("ben@example.com")).toBe("b…@example.com");
});
