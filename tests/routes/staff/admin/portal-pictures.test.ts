import { sql } from "drizzle-orm";
import sharp from "sharp";
import { beforeEach, expect, test } from "vitest";
import { sessions, settings } from "#db/schema";
import { openPortal, readSettings } from "~/models/core/settings/settings.server";
import type { User } from "~/models/core/users/viewer";
import { useApp } from "../../../support/app";
import { ask } from "../../../support/ask";
import { signedIn, Visitor } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();
useApp({ PAGE_CACHE_MB: 8 });

let people: Record<"ada" | "mona", User>;

beforeEach(async () => {
  people = await cast("ada", "mona");
});

async function picture(width: number, height: number, name = "logo.png"): Promise<File> {
  const bytes = await sharp({ create: { width, height, channels: 4, background: "#0b6670" } })
    .withExif({ IFD0: { Copyright: "somebody" } })
    .png()
    .toBuffer();
  return new File([new Uint8Array(bytes)], name, { type: "image/png" });
}

const at = "/staff/settings/pictures";
const shownLogo = async () => (await new Visitor().get("/")).document.querySelector("header img") ?? undefined;

test("a logo stands in the header of pages that were kept, and its address changes with it", async () => {
  for (let i = 0; i < 2; i++) expect((await shownLogo())?.outerHTML).toBeUndefined();
  const adas = await signedIn(people.ada);
  const saved = await adas.upload(`${at}/logo`, { file: await picture(2000, 400) });
  expect(saved.location).toBe("/staff/settings/look");
  const logo = await shownLogo();
  expect([logo?.getAttribute("width"), logo?.getAttribute("height")]).toEqual(["200", "40"]);
  const first = logo?.getAttribute("src") ?? "";
  const response = await ask(first);
  expect([response.status, response.headers["content-type"]]).toEqual([200, "image/png"]);
  expect(response.headers["cache-control"]).toContain("immutable");
  const { format, width, height, exif } = await sharp(response.body).metadata();
  expect({ format, width, height, exif }).toEqual({ format: "png", width: 400, height: 80, exif: undefined });

  await adas.upload(`${at}/logo`, { file: await picture(100, 100) });
  const second = (await shownLogo())?.getAttribute("src");
  expect(second).not.toBe(first);
  expect((await ask(first)).status).toBe(404);
  expect((await adas.upload(`${at}/logo`, { remove: "on" })).location).toBe("/staff/settings/look");
  expect((await shownLogo())?.outerHTML).toBeUndefined();
});

test("an icon fills its square, and nothing of the product's stands beside it", async () => {
  const adas = await signedIn(people.ada);
  await adas.upload(`${at}/icon`, { file: await picture(300, 100) });
  const { document } = await new Visitor().get("/");
  const links = [...document.querySelectorAll("link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest]")];
  const [address] = new Set(links.map((link) => link.getAttribute("href")));
  expect(links.map((link) => link.getAttribute("href"))).toEqual([address, address]);
  const { width, height } = await sharp((await ask(address ?? "")).body).metadata();
  expect([width, height]).toEqual([192, 192]);
});

test("what is no picture changes nothing and says what to do, and nobody else may send one", async () => {
  const adas = await signedIn(people.ada);
  const problem = async (fields: Record<string, string | File>) => {
    await adas.upload(`${at}/logo`, fields);
    return (await adas.get("/staff/settings/look")).document.querySelector("[role=alert], [role=status]")?.textContent;
  };
  const svg = new File(["<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"], "logo.png");
  expect(await problem({ file: svg })).toContain("no picture");
  expect(await problem({})).toMatch(/choose/i);
  const large = new File([new Uint8Array(5_100_000)], "large.png");
  expect(await problem({ file: large })).toContain("5 MB");
  const monas = await signedIn(people.mona);
  expect((await monas.upload(`${at}/logo`, { file: await picture(10, 10) })).status).toBe(403);
  expect((await new Visitor().upload(`${at}/logo`, { file: await picture(10, 10) })).location).toContain("/sign-in");
  expect((await readSettings(db)).logo).toBeNull();
  expect(await db.select().from(settings)).toEqual([]);
});

test("whoever signed in long ago signs in again first", async () => {
  const adas = await signedIn(people.ada);
  await db.update(sessions).set({ createdAt: sql`now() - interval '15 minutes'` });
  const sent = await adas.upload(`${at}/logo`, { file: await picture(40, 40) });
  expect([sent.status, sent.location]).toEqual([303, "/sign-in/again?next=/staff/settings/look"]);
  expect((await readSettings(db)).logo).toBeNull();
});

test("the event tells that there is another picture and holds none of it", async () => {
  const adas = await signedIn(people.ada);
  await adas.upload(`${at}/logo`, { file: await picture(40, 40) });
  const portal = openPortal({ db, listen: () => ({ isOpen: () => true, close: async () => {} }) });
  expect((await portal.read()).settings.logo?.width).toBe(40);
  const events = await db.query.events.findMany({ where: (event, { eq }) => eq(event.type, "settings.changed") });
  expect(events.map(({ data }) => data)).toEqual([{ changes: [{ name: "logo" }] }]);
});
