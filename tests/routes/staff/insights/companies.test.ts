import { expect, test } from "vitest";
import { companies } from "#db/schema";
import { useApp } from "../../../support/app";
import { signedIn, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();
useApp();

test("a file of companies in an old encoding is told by its words, and a line of it is shown", async () => {
  const { mona } = await cast("mona");
  const visitor = await signedIn(mona);
  const bytes = Buffer.from(
    "domain;name;value\nexample.com;\xD1\xE5\xE2\xE5\xF0\xED\xFB\xE9 \xE2\xE5\xF2\xE5\xF0;10\n",
    "latin1",
  );
  const file = new File([new Uint8Array(bytes)], "companies.csv");
  const checked = await visitor.upload("/staff/companies/upload", { file, mode: "merge", step: "check" });
  expect(words(checked)).toContain("Read as WINDOWS-1251: “example.com;Северный ветер;10”");
  await visitor.upload("/staff/companies/upload", { file, mode: "merge", step: "write" });
  expect((await db.select().from(companies))[0]?.name).toBe("Северный ветер");
});
