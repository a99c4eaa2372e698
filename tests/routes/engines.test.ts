import { expect, test } from "vitest";
import { origin, useApp } from "../support/app";
import { type Page, Visitor } from "../support/browser";
import { addBoard, addRoadmap, cast, idea, post } from "../support/cast";
import { useDatabase } from "../support/database";

useDatabase();
useApp();

const canonical = ({ document }: Page) => document.querySelector("link[rel=canonical]")?.getAttribute("href");
const isListed = ({ document }: Page) => document.querySelector("meta[name=robots][content=noindex]") === null;

test("the list and its boards have one address each for search engines, whatever hangs on it", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const visitor = new Visitor();
  for (const [address, path] of [
    ["/", "/"],
    ["/?sort=&after=", "/"],
    ["/?sort=trending&status=live&utm_source=mail&fbclid=1", "/"],
    ["/?board=app&sort=", "/?board=app"],
    ["/?board=app&lang=de&gclid=x", "/?board=app&lang=de"],
    ["/?lang=xx", "/"],
  ] as const) {
    const page = await visitor.get(address);
    expect([address, canonical(page), isListed(page)]).toEqual([address, origin() + path, true]);
  }
});

test("a page is one of its own in each language, which all name one another, and the plain one for everybody else", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  await addRoadmap("plan");
  const visitor = new Visitor();
  const languagesOf = ({ document }: Page) =>
    [...document.querySelectorAll("link[hreflang]")].map((link) => [
      link.getAttribute("hreflang"),
      link.getAttribute("href"),
    ]);
  for (const [plain, sign] of [
    ["/", "?"],
    ["/?board=app", "&"],
    ["/posts/1/dark-mode-at-night", "?"],
    ["/roadmap", "?"],
    ["/changelog", "?"],
  ] as const) {
    const named = ["en", "de", "ar"].map((language) => [language, `${origin()}${plain}${sign}lang=${language}`]);
    const all = [...named, ["x-default", origin() + plain]];
    for (const [, address = ""] of all) {
      const page = await visitor.get(address.slice(origin().length));
      expect([canonical(page), languagesOf(page), isListed(page)]).toEqual([address, all, true]);
      expect(page.document.querySelector("meta[property='og:url']")?.getAttribute("content")).toBe(address);
    }
  }
  for (const address of ["/?sort=new&lang=de", "/search?lang=de", "/sign-in"])
    expect(languagesOf(await visitor.get(address))).toEqual([]);
});

test("what only shows posts again in another order, and what somebody asked for, is not listed", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()));
  const visitor = new Visitor();
  for (const address of [
    "/?sort=new",
    "/?kind=bug",
    "/?status=all",
    "/?after=1_2",
    "/?tag=x",
    "/?board=gone",
    "/search",
    "/search?q=dark",
  ]) {
    expect([address, isListed(await visitor.get(address))]).toEqual([address, false]);
  }
  expect(isListed(await visitor.get("/posts/1/dark-mode-at-night?utm_source=x"))).toBe(true);
});
