import { beforeEach, expect, test } from "vitest";
import type { User } from "~/models/core/users/viewer";
import { createSavedReply } from "~/models/feedback/saved-replies/edit-saved-replies.server";
import { useApp } from "../../../support/app";
import { type Page, signedIn, Visitor, words } from "../../../support/browser";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();
useApp();

let people: Record<"mona" | "gus" | "ben", User>;
const path = "/posts/1/dark-mode-at-night";
const thanks = { title: "Thanks", body: "Thank you, {{author}}, for “{{title}}”.", kind: null };
const filled = "Thank you, Ben, for “Dark mode at night”.";

beforeEach(async () => {
  people = await cast("mona", "gus", "ben");
  await post(people.ben, idea(await addBoard()));
});

const textIn = ({ document }: Page, name: string) => document.querySelector(`textarea[name=${name}]`)?.textContent;
const links = ({ document }: Page) =>
  [...document.querySelectorAll("text-picker details a")].map((link) => link.getAttribute("href") ?? "");

test("somebody of the team saves a reply, changes it and deletes it", async () => {
  const guses = await signedIn(people.gus);
  expect(words(await guses.get("/staff/replies"))).toContain("{{author}} and {{title}} stand for");
  const refused = await guses.post("/staff/replies", { title: "", body: "Hello", kind: "" });
  expect(refused.status).toBe(422);
  expect(textIn(refused, "body")).toBe("Hello");
  const saved = await guses.submit("/staff/replies", { title: "Thanks", body: "Hello", kind: "bug" });
  const link = saved.document.querySelector("a[href^='/staff/replies/']");
  expect(link?.textContent).toBe("Thanks");
  const address = link?.getAttribute("href") ?? "";
  const chosen = await guses.get(address);
  expect(textIn(chosen, "body")).toBe("Hello");
  expect(chosen.document.querySelector("option[selected]")?.textContent).toBe("Bugs");
  const twice = await guses.post("/staff/replies", { title: "Thanks", body: "Hello", kind: "" });
  expect([twice.status, twice.html.includes("There is one of this title already")]).toEqual([422, true]);
  expect(words(await guses.submit(`${address}/delete`))).toContain("Nobody has saved a reply yet.");
});

test("without JavaScript a link fills in the official answer, and another the comment", async () => {
  const { id } = await createSavedReply(db, { viewer: people.mona, draft: thanks });
  const monas = await signedIn(people.mona);
  const page = await monas.get(path);
  expect(links(page).sort()).toEqual([`/posts/1/comments?saved=${id}`, `/posts/1/move?reply=${id}`]);
  expect(textIn(await monas.get(`/posts/1/move?reply=${id}`), "answer")).toBe(filled);
  expect(textIn(await monas.get(`/posts/1/comments?saved=${id}`), "body")).toBe(filled);
  expect(textIn(await monas.get("/posts/1/move?reply=99"), "answer")).toBe("");
  expect(textIn(await monas.get("/posts/1/move?reply=x"), "answer")).toBe("");
});

test("a move that is refused keeps what was typed, and not what the reply says", async () => {
  const { id } = await createSavedReply(db, { viewer: people.mona, draft: thanks });
  const monas = await signedIn(people.mona);
  const refused = await monas.post(`/posts/1/move?reply=${id}`, { from: "open", to: "shipped", answer: "Mine" });
  expect([refused.status, textIn(refused, "answer")]).toEqual([422, "Mine"]);
});

test("our own script gets the text, and nobody outside the team gets anything", async () => {
  const { id } = await createSavedReply(db, { viewer: people.mona, draft: thanks });
  const json = { Accept: "application/json" };
  const guses = await signedIn(people.gus);
  const answer = await guses.get(`/staff/replies/${id}/text?post=1`, json);
  expect(JSON.parse(answer.html)).toEqual({ text: filled });
  expect((await guses.get(`/staff/replies/${id}/text?post=9`, json)).status).toBe(404);
  const bens = await signedIn(people.ben);
  expect((await bens.get(`/staff/replies/${id}/text?post=1`, json)).status).toBe(403);
  expect((await bens.get("/staff/replies")).status).toBe(403);
  expect((await bens.post("/staff/replies", { title: "Mine", body: "Mine", kind: "" })).status).toBe(403);
  for (const looker of [bens, new Visitor()]) expect((await looker.get(path)).html).not.toContain("text-picker");
  expect((await bens.get(`/posts/1/comments?saved=${id}`)).status).toBe(302);
});
