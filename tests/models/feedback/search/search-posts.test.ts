import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { rows } from "#db/client.server";
import { Query } from "~/models/core/text/query";
import { readQuestion } from "~/models/feedback/search/question";
import { searchPosts } from "~/models/feedback/search/search-posts.server";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { expectSearch } from "../../../support/search-suite";

useDatabase();

describe("PostgreSQL", () => {
  expectSearch({ search: (viewer, question) => searchPosts(db, viewer, question), settle: async () => {} });

  const understand = async (q: string) => (await searchPosts(db, null, readQuestion(new Query({ q })))).understood;

  test("numbers and hashes are no typos of others", async () => {
    const { ben } = await cast("ben");
    await post(ben, idea(await addBoard(), { title: "Crash in build 20231105 of printer", body: "Text." }));
    expect(await understand("20231106")).toEqual({ corrected: [], dropped: [] });
    expect((await understand("printer 20231106")).dropped).toEqual(["20231106"]);
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

  const find = async (q: string) =>
    (await searchPosts(db, null, readQuestion(new Query({ q })))).hits.map((hit) => hit.post.number);

  /** The title of a post, and what has to find it among a few others. */
  test.each([
    ["We need to hyphenate long words", ["hyphenation", "hyphenates", "hyphenating"]],
    ["Тёмный режим", ["тёмная", "темного", "темный", "тёмном режиме"]],
    ["A dark-mode, please", ["darkmode", "dark mode", "dark-mode", "dark modes", "darkmodes"]],
    ["A darkmode, please", ["darkmode", "dark mode", "dark-mode", "darkmodes"]],
    ["A dark mode, please", ["darkmode", "dark mode", "dark-mode", "darkmodes"]],
    [
      "Benachrichtigungseinstellungen",
      ["Benachrichtigung Einstellungen", "Benachrichtigungs-Einstellungen", "Einstellung Benachrichtigung"],
    ],
    ["Einstellungen für Benachrichtigungen", ["Benachrichtigungseinstellungen", "Benachrichtigungs-Einstellung"]],
    ["نمی‌خواهم دوباره بنویسم", ["نمی‌خواهم", "نمیخواهم", "نمی خواهم"]],
    ["خطای ۵۰۰ در ورود", ["500", "۵۰۰", "٥٠٠"]],
    ["Error 500 at sign-in", ["٥٠٠", "५००", "500"]],
    ["Party 🎉 mode ❤️", ["🎉", "❤", "❤️", "party 🎉"]],
    ["الوضع الداكن", ["وضع داكن", "والوضع", "الداكن", "للوضع"]],
    ["وضع داكن", ["الوضع الداكن", "الداكن"]],
    ["It fails with ERR_CODE_42", ["ERR_CODE_42", "err_code_42", "ERR CODE 42", "errcode42", "ERR_CO"]],
    ["foo.bar() throws", ["foo.bar()", "foo.bar", "foobar", "foo bar"]],
    ["config.prod.yaml is not read", ["config.prod.yaml", "prod.yaml", "config.prod"]],
    ["Since 2.10.1 it is slow", ["2.10.1", "v2.10.1", "2.10"]],
    ["Since v2.10.1 it is slow", ["2.10.1", "v2.10.1", "v2.10", "2.10"]],
    ["A dark\u00ADmode, please", ["darkmode", "dark mode"]],
  ])("“%s” is found among few posts", async (title, questions) => {
    const { ben } = await cast("ben");
    const board = await addBoard();
    for (const other of ["Print a list", "Something else", "Zwei Listen drucken"])
      await post(ben, idea(board, { title: other, body: "Text." }));
    const number = await post(ben, idea(board, { title, body: "Text." }));
    for (const q of questions) {
      expect((await find(q))[0], q).toBe(number);
      expect((await understand(q)).corrected, q).toEqual([]);
    }
  });

  test("a typo that could be two words as well is corrected all the same", async () => {
    const { ben } = await cast("ben");
    const board = await addBoard();
    for (const title of ["Unk is a band", "We won the cup"]) await post(ben, idea(board, { title, body: "Text." }));
    const number = await post(ben, idea(board, { title: "Unknown descriptor", body: "Text." }));
    expect(await find("unknwon descriptor")).toEqual([number]);
  });

  test("two words find what a language makes one of, whichever of them it begins with", async () => {
    const { ben } = await cast("ben");
    const board = await addBoard();
    const number = await post(ben, idea(board, { title: "Benachrichtigungseinstellungen pro Projekt", body: "Text." }));
    const other = await post(ben, idea(board, { title: "Die Suche nach Rechnungsnummern", body: "Text." }));
    expect(await find("Einstellungen Benachrichtigung")).toEqual([number]);
    expect(await find("Benachrichtigung Einstellungen")).toEqual([number]);
    expect(await find("Nummer Rechnung")).toEqual([other]);
  });

  test("what is asked for as a whole comes before its parts, and what stands together before what is far apart", async () => {
    const { ben } = await cast("ben");
    const board = await addBoard();
    const io = await post(ben, idea(board, { title: "The io of tf.io is slow", body: "Text." }));
    const ios = await post(ben, idea(board, { title: "tf ios", body: "Text." }));
    expect(await find("tf.io")).toEqual([io, ios]);
    const near = await post(
      ben,
      idea(board, { title: "A crash while export of a very long list of notes", body: "Text." }),
    );
    const far = await post(
      ben,
      idea(board, { title: "In notes a crash of all that is in the list after an export of them", body: "Text." }),
    );
    expect(await find("crash export!")).toEqual([near, far]);
  });

  test("how near words are to each other is divided by how often their text is kept, once for each language it may be in", async () => {
    const { ben } = await cast("ben");
    const board = await addBoard();
    await post(ben, idea(board, { title: "Crash export", body: "Text." }));
    const body =
      "Whoever writes a long text in one language is understood by everybody who reads it, and by us. ".repeat(3);
    await post(ben, idea(board, { title: "Whoever writes", body }));
    const kept = await rows<{ copies: number; languages: number }>(
      db,
      sql`select copies, (select count(*)::int from unnest(words) where lexeme like 'language=%') as languages
        from search_documents order by copies`,
    );
    expect(kept).toEqual([
      { copies: 2, languages: 1 },
      { copies: 4, languages: 3 },
    ]);
  });

  test("no word is taken for another that exists itself, is short, or begins with another letter", async () => {
    const { ben } = await cast("ben");
    const board = await addBoard();
    for (const title of ["A light theme", "Export the theme", "Notification sounds", "Print the page"])
      await post(ben, idea(board, { title, body: "Text." }));
    expect(await understand("night theme")).toEqual({ corrected: [], dropped: ["night"] });
    expect(await understand("expert theme")).toEqual({ corrected: [], dropped: ["expert"] });
    expect(await understand("exprot theme")).toEqual({ corrected: [{ from: "exprot", to: "export" }], dropped: [] });
    expect(await understand("notificatoin")).toEqual({
      corrected: [{ from: "notificatoin", to: "notification" }],
      dropped: [],
    });
    expect(await understand("pritn theme")).toEqual({ corrected: [], dropped: ["pritn"] });
    expect(await understand("otification theme")).toEqual({ corrected: [], dropped: ["otification"] });
    expect(await understand("zzzzzz")).toEqual({ corrected: [], dropped: [] });
  });
});
