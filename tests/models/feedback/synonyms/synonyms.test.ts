import { beforeEach, expect, test } from "vitest";
import { boards, synonyms } from "#db/schema";
import { Query } from "~/models/core/text/query";
import type { User } from "~/models/core/users/viewer";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";
import { readQuestion } from "~/models/feedback/search/question";
import { searchPosts } from "~/models/feedback/search/search-posts.server";
import { synonymsDraft } from "~/models/feedback/synonyms/draft";
import { removeSynonyms, restoreSynonyms, saveSynonyms } from "~/models/feedback/synonyms/edit-synonyms.server";
import { learnSynonyms } from "~/models/feedback/synonyms/learn-synonyms.server";
import { listSynonyms } from "~/models/feedback/synonyms/queries.server";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

let people: Record<"ada" | "gus" | "ben", User>;
let board: number;

beforeEach(async () => {
  people = await cast("ada", "gus", "ben");
  board = await addBoard();
});

const say = (title: string) => post(people.ben, idea(board, { title, body: "Text." }));
const save = (language: "en" | "de" | "ar", ...words: string[]) =>
  saveSynonyms(db, { viewer: people.gus, draft: { language, words } });
const ask = async (q: string) => {
  const { hits, understood } = await searchPosts(db, null, readQuestion(new Query({ q })));
  return { found: hits.map((hit) => hit.post.number), ...understood };
};
const find = async (q: string) => (await ask(q)).found;
const learned = async () => {
  await learnSynonyms(db);
  return (await listSynonyms(db, people.gus)).filter(({ origin }) => origin === "merges").map(({ words }) => words);
};

test("who looks for one word finds posts that say another, in whatever form either stands", async () => {
  const [dark, keys] = [await say("A dark theme at last"), await say("Change the keyboard shortcuts")];
  await say("The theme of my talk, in the dark");
  await save("en", "night mode", "dark theme");
  await save("en", "hotkey", "keyboard shortcut", "key binding");
  expect(await ask("night mode")).toEqual({ found: [dark], corrected: [], dropped: [] });
  for (const q of ["hot keys", "hotkeys", "hot-key", "change key bindings", "HOTKEYS"])
    expect(await find(q), q).toEqual([keys]);
  // And in part of a question, where the rest has to be met as well.
  expect(await ask("night mode at last")).toEqual({ found: [dark], corrected: [], dropped: [] });
  expect((await ask("night mode shortcuts")).dropped).not.toEqual([]);
});

test("a post that says it in the words that were asked for comes first", async () => {
  const [own, other] = [await say("Night mode"), await say("Dark theme")];
  await save("en", "night mode", "dark theme");
  expect(await find("night mode")).toEqual([own, other]);
  expect(await find("dark theme")).toEqual([other, own]);
  // A word that may still be typed is another reason to come first; here none is.
  expect(await find("night mode!")).toEqual([own, other]);
  expect(await find("dark theme!")).toEqual([other, own]);
  expect(await find('"dark theme"')).toEqual([other]);
  await save("en", "gloom", "theme");
  expect(await find("gloom")).toEqual([other]);
  expect(await find('"gloom"')).toEqual([]);
});

test("German and Arabic words are met in their other forms, with articles and endings", async () => {
  const [german, arabic] = [await say("Benachrichtigungen stumm schalten"), await say("كتم الإشعارات ليلًا")];
  await save("de", "Benachrichtigung", "Mitteilung");
  await save("ar", "تنبيه", "تنبيهات", "إشعار", "إشعارات");
  expect(await find("Mitteilungen stumm")).toEqual([german]);
  expect(await find("تنبيهات")).toEqual([arabic]);
  expect(await find("التنبيهات")).toEqual([arabic]);
});

test("the team changes, removes and restores them, and others neither see nor change any", async () => {
  const number = await say("Dark theme");
  const { id } = await save("en", "night mode", "dark theme");
  const { gus, ben } = people;
  await removeSynonyms(db, { viewer: gus, id });
  expect(await find("night mode")).toEqual([]);
  await expect(saveSynonyms(db, { viewer: gus, id, draft: { language: "en", words: ["a b", "c d"] } })).rejects.toThrow(
    "notFound",
  );
  await restoreSynonyms(db, { viewer: gus, id });
  expect(await find("night mode")).toEqual([number]);
  await saveSynonyms(db, { viewer: gus, id, draft: { language: "en", words: ["black screen", "dark theme"] } });
  expect([await find("night mode"), await find("black screen")]).toEqual([[], [number]]);
  const draft = { language: "en" as const, words: ["a b", "c d"] };
  await expect(saveSynonyms(db, { viewer: ben, draft })).rejects.toThrow("forbidden");
  await expect(removeSynonyms(db, { viewer: ben, id })).rejects.toThrow("forbidden");
  await expect(restoreSynonyms(db, { viewer: ben, id })).rejects.toThrow("forbidden");
  await expect(listSynonyms(db, ben)).rejects.toThrow("forbidden");
});

test("what two merges say is learned, and forgotten when they are undone, but not once the team has had its say", async () => {
  const { ada, gus } = people;
  const [theme, maps] = [await say("Dark theme"), await say("Dark theme for maps")];
  const [one, other] = [await say("Night mode"), await say("Night mode for maps")];
  await mergePosts(db, { viewer: ada, number: one, into: theme });
  expect(await learned()).toEqual([]);
  await mergePosts(db, { viewer: ada, number: other, into: maps });
  expect(await learned()).toEqual([["Night mode", "Dark theme"]]);
  expect(await learned()).toEqual([["Night mode", "Dark theme"]]);
  await unmergePost(db, { viewer: ada, number: other });
  expect(await learned()).toEqual([]);
  await mergePosts(db, { viewer: ada, number: other, into: maps });
  await learned();
  const [row] = await listSynonyms(db, gus);
  await removeSynonyms(db, { viewer: gus, id: row?.id ?? 0 });
  await learned();
  expect((await listSynonyms(db, gus)).map(({ isRemoved }) => isRemoved)).toEqual([true]);
  await unmergePost(db, { viewer: ada, number: other });
  await learned();
  await mergePosts(db, { viewer: ada, number: other, into: maps });
  await learned();
  expect((await listSynonyms(db, gus)).map(({ isRemoved }) => isRemoved)).toEqual([true]);
});

test("nothing is learned of what not everybody may see", async () => {
  const { ada } = people;
  const [theme, maps] = [await say("Dark theme"), await say("Dark theme for maps")];
  const [one, other] = [await say("Night mode"), await say("Night mode for maps")];
  await mergePosts(db, { viewer: ada, number: one, into: theme });
  await mergePosts(db, { viewer: ada, number: other, into: maps });
  expect(await learned()).toHaveLength(1);
  await db.update(boards).set({ visibility: "staff" });
  expect(await learned()).toEqual([]);
});

test("two that learn at once learn it once", async () => {
  const { ada } = people;
  for (const what of ["maps", "notes"]) {
    const into = await say(`Dark theme for ${what}`);
    await mergePosts(db, { viewer: ada, number: await say(`Night mode for ${what}`), into });
  }
  await Promise.all([learnSynonyms(db), learnSynonyms(db)]);
  expect(await db.$count(synonyms)).toBe(1);
});

test("lists are read with commas and lines alike, each word once, and what is wrong with them is said", () => {
  const read = (words: string) => synonymsDraft.safeParse({ language: "en", words });
  expect(read("Dark  mode, night mode\n\n dark mode ،").data?.words).toEqual(["dark mode", "night mode"]);
  const fault = (words: string) => JSON.parse(read(words).error?.issues[0]?.message ?? "{}");
  expect(fault("one")).toEqual({ code: "tooFewLines", min: 2 });
  expect(fault(Array.from({ length: 13 }, (_, i) => `word ${i}`).join(","))).toEqual({ code: "tooManyLines", max: 12 });
  expect(fault(`one, ${"x".repeat(61)}`)).toEqual({ code: "lineTooLong", max: 60 });
  expect(fault("one, !!!")).toEqual({ code: "invisible" });
});
