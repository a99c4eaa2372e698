import { expect, test } from "vitest";
import { useApp } from "../support/app";
import { Visitor } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { useDatabase } from "../support/database";

useDatabase();
useApp();

const html = ({ document }: { document: Document }) => document.documentElement;

test("the browser's languages decide, the best known one first, and English is the last resort", async () => {
  const language = async (accept: string) => html(await new Visitor().get("/", { "Accept-Language": accept })).lang;
  expect(await language("de-AT,de;q=0.9,en;q=0.5")).toBe("de");
  expect(await language("fr,ar;q=0.8,de;q=0.2")).toBe("ar");
  expect(await language("fr")).toBe("en");
  expect(await language(";;;")).toBe("en");
});

test("a language in the address wins and is remembered", async () => {
  const visitor = new Visitor();
  const page = await visitor.get("/?lang=de", { "Accept-Language": "ar" });
  expect(html(page).lang).toBe("de");
  expect(html(await visitor.get("/", { "Accept-Language": "ar" })).lang).toBe("de");
  expect(html(await visitor.get("/?lang=xx")).lang).toBe("de");
});

test("Arabic runs from right to left, and its numbers and dates are its own", async () => {
  const { ben } = await cast("ben");
  await post(ben, idea(await addBoard()), new Date(Date.UTC(2026, 2, 12)));
  const page = await new Visitor().get("/?lang=ar");
  expect(html(page).dir).toBe("rtl");
  const time = page.document.querySelector("time");
  expect(time?.textContent).toBe(
    new Intl.DateTimeFormat("ar", { dateStyle: "medium", timeZone: "UTC" }).format(Date.UTC(2026, 2, 12)),
  );
});

test("every page links to itself in every language", async () => {
  const page = await new Visitor().get("/?sort=top");
  const links = [...page.document.querySelectorAll("footer nav [hreflang]")].map((link) => link.getAttribute("href"));
  expect(links).toEqual(["/?sort=top&lang=en", "/?sort=top&lang=de", "/?sort=top&lang=ar"]);
});

test("the colours are chosen by a form, remembered, and there from the first byte", async () => {
  const visitor = new Visitor();
  expect(html(await visitor.get("/")).dataset.theme).toBe("system");
  await visitor.submit("/theme", { theme: "dark" });
  expect(html(await visitor.get("/")).dataset.theme).toBe("dark");
  const page = await visitor.post("/theme", { theme: "pink" });
  expect(page.status).toBe(422);
});
