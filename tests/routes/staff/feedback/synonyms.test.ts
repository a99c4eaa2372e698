import { beforeEach, expect, test } from "vitest";
import type { User } from "~/models/core/users/viewer";
import { useApp } from "../../../support/app";
import { signedIn, words } from "../../../support/browser";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { useDatabase } from "../../../support/database";

useDatabase();
useApp();

let people: Record<"gus" | "ben", User>;

beforeEach(async () => {
  people = await cast("gus", "ben");
  await post(people.ben, idea(await addBoard(), { title: "A dark theme", body: "Text." }));
});

test("somebody of the team adds synonyms, changes them, removes them and brings them back; search follows at once", async () => {
  const guses = await signedIn(people.gus);
  const bens = await signedIn(people.ben);
  const found = async (q: string) =>
    words(await bens.get(`/search?q=${encodeURIComponent(q)}`)).includes("A dark theme");
  expect(await found("night mode")).toBe(false);
  const refused = await guses.post("/staff/synonyms", { words: "night mode", language: "en" });
  expect(refused.status).toBe(422);
  expect(words(refused)).toContain("Please write at least 2, each on a line of its own.");
  expect(refused.document.querySelector("textarea[name=words]")?.textContent).toBe("night mode");
  const saved = await guses.submit("/staff/synonyms", { words: "night mode\ndark theme", language: "en" });
  expect(await found("night mode")).toBe(true);
  const link = saved.document.querySelector("main a[href^='/staff/synonyms/']");
  expect(link?.textContent).toBe("night mode · dark theme");
  const address = link?.getAttribute("href") ?? "";
  expect((await guses.get(address)).document.querySelector("textarea[name=words]")?.textContent).toBe(
    "night mode\ndark theme",
  );
  await guses.submit(address, { words: "black screen, dark theme", language: "en" });
  expect([await found("night mode"), await found("black screen")]).toEqual([false, true]);
  const removed = await guses.submit(`${address}/remove`);
  expect(words(removed)).toContain("1 removed");
  expect(await found("black screen")).toBe(false);
  expect((await guses.get(address)).status).toBe(404);
  await guses.submit(`${address}/restore`);
  expect(await found("black screen")).toBe(true);
});

test("the reader's own language comes first", async () => {
  const headings = async (address: string) => {
    const { document } = await (await signedIn(people.gus)).get(address);
    return [...document.querySelectorAll("main section h2")].slice(0, 3).map(({ textContent }) => textContent);
  };
  expect(await headings("/staff/synonyms")).toEqual(["English", "Deutsch", "العربية"]);
  expect(await headings("/staff/synonyms?lang=ar")).toEqual(["العربية", "English", "Deutsch"]);
});

test("members have no such page", async () => {
  const bens = await signedIn(people.ben);
  const asked = [
    await bens.get("/staff/synonyms"),
    await bens.post("/staff/synonyms", { words: "a, b", language: "en" }),
  ];
  for (const { status } of asked) expect([403, 404]).toContain(status);
});
