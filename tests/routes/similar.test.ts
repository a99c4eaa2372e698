import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { posts } from "#db/schema";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { useApp } from "../support/app";
import { type Page, signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

const title = "Dark colours at night";

async function begin() {
  const people = await cast("ben", "cleo", "mona");
  const board = await addBoard();
  await post(people.cleo, idea(board, { title }));
  await post(people.cleo, idea(board, { title: "Print a list", body: "On paper." }));
  return { ...people, board, visitor: await signedIn(people.ben) };
}

const asked = (page: Page): string[] =>
  [...page.document.querySelectorAll("section[aria-labelledby=similar] li a")].map((link) => link.textContent ?? "");

test("our script gets what is similar as a piece of a page and a sentence to say, or nothing", async () => {
  const { visitor } = await begin();
  const json = { Accept: "application/json" };
  const page = await visitor.post("/posts/similar", { title: "Colours that are dark", body: "For the night" }, json);
  const { html, sentence } = JSON.parse(page.html);
  expect(html).toContain('href="/posts/1/dark-colours-at-night"');
  expect(html).toContain('action="/posts/1/vote"');
  expect(html).not.toContain("/posts/2");
  expect(sentence).toBe("There is 1 similar post, below the title.");
  const none = await visitor.post("/posts/similar", { title: "Quicker start" }, json);
  expect(JSON.parse(none.html)).toEqual({ html: "", sentence: "" });
  const german = await visitor.post("/posts/similar", { title }, { ...json, "Accept-Language": "de" });
  expect(JSON.parse(german.html).sentence).toBe("Es gibt 1 ähnlichen Beitrag, unter dem Titel.");
});

test("whoever is not signed in is not answered", async () => {
  await begin();
  const page = await new Visitor().post("/posts/similar", { title }, { Accept: "application/json" });
  expect(page.status).toBe(401);
  expect(page.html).not.toContain("Dark");
});

test("a post that is probably there already is held back once, with all that was typed", async () => {
  const { board, visitor } = await begin();
  const form = { id: uuid(), kind: "idea", title: "Dark colours for the night", body: "My <eyes>.", boardId: board };
  const page = await visitor.post("/posts/new", form);
  expect(page.status).toBe(200);
  expect(words(page)).toContain("Is yours one of these?");
  expect(asked(page)).toEqual([`${title} (opens in a new tab)`]);
  const value = (name: string) => page.document.querySelector<HTMLInputElement>(`[name=${name}]`)?.value;
  expect([value("id"), value("kind"), value("title")]).toEqual([form.id, "idea", form.title]);
  expect(page.document.querySelector("textarea[name=body]")?.textContent?.trim()).toBe("My <eyes>.");
  expect(await db.select().from(posts)).toHaveLength(2);

  expect(value("different")).toBe("on");
  const posted = await visitor.post("/posts/new", { ...form, different: "on" });
  expect(posted.location).toBe("/posts/3/dark-colours-for-the-night");
  const again = await visitor.post("/posts/new", { ...form, different: "on" });
  expect(again.location).toBe(posted.location);
});

test("a vote from there leads to the post that was voted for", async () => {
  const { visitor } = await begin();
  const page = await visitor.submit("/posts/1/vote", { vote: "on", goTo: "post" }, { Referer: "http://x/posts/new" });
  expect(page.document.querySelector("h1")?.textContent).toBe(title);
  expect(page.document.querySelector("button[name=vote]")?.getAttribute("aria-pressed")).toBe("true");
});

test("what shares little with others is posted at once, and so is what was like a post that is gone", async () => {
  const { board, visitor, mona } = await begin();
  const form = (words: string) => ({ id: uuid(), kind: "idea", title: words, body: "Because.", boardId: board });
  expect((await visitor.post("/posts/new", form("Night trains, and a menu for them"))).location).toContain("/posts/3");
  await deletePost(db, { viewer: mona, number: 1, on: true });
  expect((await visitor.post("/posts/new", form(title))).location).toContain("/posts/4");
});

test("the merge page suggests by title and text, and says how alike they are and in what", async () => {
  const { board, ben, mona } = await begin();
  await post(ben, idea(board, { title: "Something for the list", body: "I want it on paper, to print." }));
  await post(ben, idea(board, { title: "A list on paper" }));
  await mergePosts(db, { viewer: mona, number: 4, into: 2 });
  const page = await (await signedIn(mona)).get("/posts/3/merge");
  const choices = [...page.document.querySelectorAll<HTMLInputElement>("input[type=radio][name=into]")];
  expect(choices.map(({ value }) => value)).toEqual(["2"]);
  expect(words(page)).toMatch(/\d+% alike: list, .*paper/);
});
