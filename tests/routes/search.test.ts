import { expect, test } from "vitest";
import { languages } from "~/i18n";
import { useApp } from "../support/app";
import { Visitor, words } from "../support/browser";
import { addBoard, addTag, cast, idea, post } from "../support/cast";
import { useDatabase } from "../support/database";

useDatabase();
useApp();

async function fill(): Promise<void> {
  const { ben } = await cast("ben");
  const board = await addBoard("app");
  const tag = await addTag("design");
  await post(ben, idea(board, { title: "Keyboard <b>shortcuts</b>", body: "For the menu & all.", tagIds: [tag] }));
  await post(ben, idea(board, { title: "Export as PDF" }));
}

test("a visitor searches without JavaScript, from any page, with a typo, and sees what stands out", async () => {
  await fill();
  const visitor = new Visitor();
  const start = await visitor.get("/");
  const form = start.document.querySelector("header search form");
  expect(form?.getAttribute("action")).toBe("/search");
  expect(form?.querySelector("input")?.getAttribute("name")).toBe("q");
  const page = await visitor.get("/search?q=keybord+shortcut");
  expect(page.status).toBe(200);
  expect([...page.document.querySelectorAll("article h2 a")].map((a) => a.textContent)).toEqual([
    "Keyboard <b>shortcuts</b>",
  ]);
  expect([...page.document.querySelectorAll("article h2 mark")].map((mark) => mark.textContent)).toEqual([
    "Keyboard",
    "shortcuts",
  ]);
  expect(words(page)).toContain("Showing results for “keyboard” (no matches for “keybord”).");
  expect(page.document.querySelector<HTMLInputElement>("main input[type=search]")?.value).toBe("keybord shortcut");
  expect(page.document.title).toContain("keybord shortcut");
});

test("filters are kept by the form and by the links of one another", async () => {
  await fill();
  const page = await new Visitor().get("/search?q=shortcuts&tag=design&kind=idea");
  expect(page.document.querySelector<HTMLInputElement>("main form input[name=tag]")?.value).toBe("design");
  const bugs = [...page.document.querySelectorAll("aside nav[aria-label=Kind] a")].at(-1);
  expect(bugs?.getAttribute("href")).toBe("/search?q=shortcuts&kind=bug&tag=design");
});

test("words that were left out are named, and nothing found says what to do", async () => {
  await fill();
  const visitor = new Visitor();
  expect(words(await visitor.get("/search?q=export+penguins"))).toContain("Results without “penguins”.");
  const empty = await visitor.get("/search?q=penguins&kind=bug");
  expect(words(empty)).toContain("Nothing was found for “penguins”.");
  const ways = [...empty.document.querySelectorAll("main section a")].map((a) => a.getAttribute("href"));
  expect(ways).toEqual(["/search?q=penguins", "/posts/new"]);
});

test("a question in the address of the list leads to the search, with its filters", async () => {
  const page = await new Visitor().get("/?q=dark+mode&board=app&status=done");
  expect(page.location).toBe("/search?q=dark+mode&board=app&status=done");
});

test.each(languages)("the page speaks %s, also with nothing asked", async (language) => {
  const visitor = new Visitor();
  const page = await visitor.get(`/search?lang=${language}`);
  expect([page.status, page.document.documentElement.lang]).toEqual([200, language]);
  expect(page.html).not.toMatch(/search\.\w+/);
});
