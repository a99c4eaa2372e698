import { expect, test } from "vitest";
import { pageLength } from "~/models/feedback/posts/list-posts.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, addTag, bug, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

const titles = (document: Document) => [...document.querySelectorAll("article h2 a")].map((link) => link.textContent);

test("a visitor reads the list without JavaScript: titles, excerpts, votes, and links to the posts", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard("app"), { tagIds: [await addTag("design")] }));
  const page = await new Visitor().get("/");
  expect(page.status).toBe(200);
  expect(words(page)).toMatch(/Dark mode at night.*My eyes hurt\..*Open.*Idea/);
  const link = page.document.querySelector("article h2 a");
  expect(link?.getAttribute("href")).toBe("/posts/1/dark-mode-at-night");
  expect(page.document.querySelector("vote-button form")?.getAttribute("action")).toBe("/posts/1/vote");
});

test("a post says the day it is from, with the exact moment beside it, for the browser to say how long ago that is", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()), new Date("2026-03-12T09:30:00Z"));
  for (const path of ["/", "/posts/1/dark-mode-at-night"]) {
    const time = (await new Visitor().get(path)).document.querySelector("main time-ago > time");
    expect(time?.getAttribute("datetime")).toBe("2026-03-12T09:30:00.000Z");
    expect([time?.textContent, time?.getAttribute("title")]).toEqual([
      "Mar 12, 2026",
      expect.stringMatching(/Mar.* 12, 2026.* 9:30/),
    ]);
  }
});

test("filters and orders are addresses", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const board = await addBoard("app");
  await post(ben, idea(board, { title: "An idea of mine" }));
  await post(ben, bug(board, { title: "A bug of mine" }));
  await movePost(db, { viewer: mona, number: 1, from: "open", move: { to: "declined", answer: "No." } });
  const visitor = new Visitor();
  expect(titles((await visitor.get("/")).document)).toEqual(["A bug of mine"]);
  expect(titles((await visitor.get("/?status=declined")).document)).toEqual(["An idea of mine"]);
  expect(titles((await visitor.get("/?status=all&kind=idea&board=app")).document)).toEqual(["An idea of mine"]);
  const chosen = (await visitor.get("/?kind=bug")).document.querySelector("aside nav[aria-label=Kind] a[aria-current]");
  expect(chosen?.textContent).toBe("Bugs");
});

test("the next page is a link that leads through the whole list", async () => {
  const { ben } = await cast("ben");
  const board = await addBoard();
  for (let i = 1; i <= pageLength + 2; i++) await post(ben, idea(board, { title: `Idea number ${i}` }));
  const visitor = new Visitor();
  const first = await visitor.get("/?sort=new");
  const next = first.document.querySelector("a[rel=next]")?.getAttribute("href") ?? "";
  const second = await visitor.get(next);
  expect(titles(first.document)).toHaveLength(pageLength);
  expect(titles(second.document)).toEqual(["Idea number 2", "Idea number 1"]);
  expect(second.document.querySelector("a[rel=next]")).toBeNull();
});

test("an empty list says so and what to do, and so does a filter that nothing matches", async () => {
  const visitor = new Visitor();
  expect(words(await visitor.get("/"))).toContain("Nobody has posted yet.");
  const filtered = await visitor.get("/?status=done");
  expect(words(filtered)).toContain("Nothing matches.");
  expect([...filtered.document.querySelectorAll("main section a")].map((a) => a.textContent)).toContain("Show all");
});

test("members see members' boards, and visitors do not learn that there are any", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard("inner-circle", "members"), { title: "Among ourselves" }));
  const visitor = await new Visitor().get("/?status=all");
  expect(visitor.html).not.toContain("Among ourselves");
  expect(visitor.html).not.toContain("inner-circle");
  const member = await (await signedIn(ben)).get("/");
  expect(titles(member.document)).toEqual(["Among ourselves"]);
});

test("nonsense in the address shows the list", async () => {
  const page = await new Visitor().get("/?sort=%00&kind[]=x&after=%F0%9F%92%A9&board=%27%3B--&status=__proto__");
  expect(page.status).toBe(200);
});

test.each(["br", "gzip"])("the pages of somebody who is signed in come in %s", async (coding) => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard("app")));
  const page = await (await signedIn(ben)).get("/", { "Accept-Encoding": coding });
  expect(page.headers.get("Content-Encoding")).toBe(coding);
  expect(page.headers.get("Vary")).toMatch(/Accept-Encoding/);
  expect(words(page)).toMatch(/Dark mode at night/);
});
