import { expect, test } from "vitest";
import { synonyms } from "#db/schema";
import { keysOf } from "~/models/feedback/synonyms/keys.server";
import { db, useDatabase } from "../../../support/database";

useDatabase({ isNew: true });

test("a new portal begins with synonyms of the field in every language, known by the keys of today's rules", async () => {
  const all = await db.select().from(synonyms);
  for (const language of ["en", "de", "ar"] as const)
    expect(all.filter((one) => one.language === language).length, language).toBeGreaterThan(30);
  for (const { language, words, keys, origin } of all) {
    expect(origin).toBe("field");
    expect(keys, words.join()).toEqual(await keysOf(db, language, words));
  }
});
