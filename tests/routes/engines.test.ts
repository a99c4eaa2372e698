import { expect, test } from "vitest";
import { origin, useApp } from "../support/app";
import { type Page, Visitor } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
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
    ["/?board=app&lang=de&gclid=x", "/?board=app"],
  ] as const) {
    const page = await visitor.get(address);
    expect([address, canonical(page), isListed(page)]).toEqual([address, origin() + path, true]);
  }
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
