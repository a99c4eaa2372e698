import { describe, expect, test } from "vitest";
import { readQuestion } from "~/models/search/question";
import { searchPosts } from "~/models/search/search-posts.server";
import { Query } from "~/models/text/query";
import { addBoard, cast, idea, post } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { expectSearch } from "../../support/search-suite";

useDatabase();

describe("PostgreSQL", () => {
  expectSearch({ search: (viewer, question) => searchPosts(db, viewer, question), settle: async () => {} });

  const understand = async (q: string) => (await searchPosts(db, null, readQuestion(new Query({ q })))).understood;

  test("numbers and hashes are no typos of others", async () => {
    const { ben } = await cast("ben");
    await post(ben, idea(await addBoard(), { title: "Crash in build 20231105 of printer", body: "Text." }));
    expect(await understand("20231106")).toEqual({ corrected: [], dropped: ["20231106"] });
    expect((await understand("pritner")).corrected).toEqual([{ from: "pritner", to: "printer" }]);
  });

  test("of many unknown words the first four are corrected", async () => {
    const { ben } = await cast("ben");
    const title = "export printer calendar keyboard invoice";
    await post(ben, idea(await addBoard(), { title, body: "Text." }));
    const { corrected, dropped } = await understand("exprot pritner calednar keybaord invoise.");
    expect(corrected.map(({ to }) => to)).toEqual(["export", "printer", "calendar", "keyboard"]);
    expect(dropped).toEqual(["invoise"]);
  });
});
