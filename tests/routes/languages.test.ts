import { expect, test } from "vitest";
import { origin, useApp } from "../support/app";
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

test("a language in the address is for that page, and no GET keeps it", async () => {
  const visitor = new Visitor();
  for (const address of ["/?lang=de", "/search?lang=de", "/?lang=de&lang=ar"]) {
    const page = await visitor.get(address, { "Accept-Language": "ar" });
    if (!address.includes("ar")) expect(html(page).lang).toBe("de");
    expect(page.headers.getSetCookie()).toEqual([]);
  }
  expect(html(await visitor.get("/", { "Accept-Language": "ar" })).lang).toBe("ar");
  expect(html(await visitor.get("/?lang=xx")).lang).toBe("en");
});

test("a language that is chosen is kept, and leads back to the page in it", async () => {
  const visitor = new Visitor();
  const from = { Referer: `${origin()}/search?q=dark&lang=ar`, "Accept-Language": "ar" };
  const page = await visitor.post("/language", { language: "de" }, from);
  expect([page.status, page.location]).toEqual([303, "/search?q=dark"]);
  expect(html(await visitor.get("/", { "Accept-Language": "ar" })).lang).toBe("de");
  expect((await visitor.post("/language", { language: "xx" })).status).toBe(400);
  expect((await visitor.post("/language", { language: "ar" }, { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  expect(html(await visitor.get("/")).lang).toBe("de");
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

test("every page offers every language, each by its own name", async () => {
  const page = await new Visitor().get("/?sort=top");
  const buttons = [...page.document.querySelectorAll("footer form[action='/language'] button")];
  const named = buttons.map((one) => [one.getAttribute("value"), one.getAttribute("lang"), one.textContent]);
  expect(named).toEqual([
    ["en", "en", "English"],
    ["de", "de", "Deutsch"],
    ["ar", "ar", "العربية"],
  ]);
  expect(buttons.map((one) => one.getAttribute("aria-pressed"))).toEqual(["true", "false", "false"]);
});

test("the colours are chosen by a form, remembered, and there from the first byte", async () => {
  const visitor = new Visitor();
  expect(html(await visitor.get("/")).dataset.theme).toBe("system");
  await visitor.submit("/theme", { theme: "dark" });
  expect(html(await visitor.get("/")).dataset.theme).toBe("dark");
  const page = await visitor.post("/theme", { theme: "pink" });
  expect(page.status).toBe(400);
});
