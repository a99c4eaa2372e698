import { beforeEach, expect, test } from "vitest";
import { deliveries } from "#db/schema";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import { initialPortal, readSettings } from "~/models/core/settings/settings.server";
import type { User } from "~/models/core/users/viewer";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { useApp } from "../../../support/app";
import { signedIn, Visitor, words } from "../../../support/browser";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { runJobs } from "../../../support/jobs";

useDatabase();
useApp({ PAGE_CACHE_MB: 8 });

const { statuses } = initialPortal.settings;
let people: Record<"ada" | "mona" | "ben", User>;

beforeEach(async () => {
  people = await cast("ada", "mona", "ben");
  await post(people.ben, idea(await addBoard(), { title: "A dark theme", body: "Text." }));
});

const english = { "Accept-Language": "en" };

const set = (values: Parameters<typeof changeSettings>[1]["values"]) =>
  changeSettings(db, { viewer: people.ada, values });

test("an administrator names the portal, and pages that are kept say so at once", async () => {
  const visitor = new Visitor();
  for (let i = 0; i < 2; i++) expect((await visitor.get("/", english)).document.title).toBe("Feedback · Groundswell");
  const adas = await signedIn(people.ada);
  const form = await adas.get("/staff/settings");
  expect(form.document.querySelector("input[name=name]")?.getAttribute("value")).toBe("Groundswell");
  const saved = await adas.submit("/staff/settings", {
    name: "Acme",
    senderName: "",
    languages: ["en", "de"],
    defaultLanguage: "de",
    timeZone: "Europe/Berlin",
    "footerLinks.1.label": "Terms",
    "footerLinks.1.address": "https://acme.example/terms",
    imprint: "https://acme.example/imprint",
  });
  expect(saved.document.body.textContent).toContain("Gespeichert.");
  const page = await visitor.get("/", english);
  expect(page.document.title).toBe("Feedback · Acme");
  const links = [...page.document.querySelectorAll("footer a")].map((link) => link.getAttribute("href"));
  expect(links).toEqual(expect.arrayContaining(["https://acme.example/terms", "https://acme.example/imprint"]));
  const offered = [...page.document.querySelectorAll("footer button[name=language]")];
  expect(offered.map((button) => button.getAttribute("value"))).toEqual(["en", "de"]);
});

test("a name that means something to patterns and catalogues is a name like any other", async () => {
  const name = "C++ (beta [ $& {{x}} $t(site.name)";
  await set({ name });
  const { status, document } = await new Visitor().get("/posts/1/a-dark-theme", english);
  expect(status).toBe(200);
  const shown = (text: string | null | undefined) => text?.replaceAll("\u2060", "");
  expect(shown(document.title)).toBe(`A dark theme · ${name}`);
  const meta = (property: string) => document.querySelector(`meta[property="${property}"]`)?.getAttribute("content");
  expect([shown(meta("og:site_name")), meta("og:title")]).toEqual([name, "A dark theme"]);
  await new Visitor().post("/sign-in", { email: "new@example.com" }, english);
  await runJobs();
  const mails = await db.select().from(deliveries);
  expect(mails.map(({ subject }) => shown(subject))).toEqual([expect.stringContaining(name)]);
});

test("whoever asks for a language that is not offered gets the portal's own", async () => {
  await set({ languages: ["en", "de"], defaultLanguage: "de" });
  const languageOf = async (accept: string) => {
    return (await new Visitor().get("/", { "Accept-Language": accept })).document.documentElement.lang;
  };
  expect([await languageOf("ar"), await languageOf("fr, en;q=0.5"), await languageOf("*")]).toEqual(["de", "en", "de"]);
  expect((await new Visitor().get("/?lang=ar")).document.documentElement.lang).not.toBe("ar");
});

test("a refused form keeps what was typed and says what is wrong", async () => {
  const adas = await signedIn(people.ada);
  const page = await adas.post("/staff/settings/look", { accentLight: "#ffcc00", accentDark: "#5cc8d2" });
  expect(page.status).toBe(422);
  expect(words(page)).toContain("Text in this colour would be hard to read.");
  expect(page.document.querySelector("input[name=accentLight]")?.getAttribute("value")).toBe("#ffcc00");
  const links = await adas.post("/staff/settings", {
    name: "",
    languages: [],
    "footerLinks.2.address": "javascript:alert(1)",
  });
  expect(words(links)).toContain("Please enter a full address");
  expect(words(links)).toContain("Please choose one of the options.");
});

test("of two who change the same settings at once, the later one is told, and keeps what they typed", async () => {
  const page = await (await signedIn(people.ada)).get("/staff/settings/look");
  const seen = page.document.querySelector("input[name=seen]")?.getAttribute("value") ?? "";
  await set({ accentLight: "#8a1538" });
  const adas = await signedIn(people.ada);
  const form = { accentLight: "#1f5aa8", accentDark: "#5cc8d2" };
  const refused = await adas.post("/staff/settings/look", { ...form, seen });
  expect(refused.status).toBe(409);
  expect(words(refused)).toContain("Somebody else has changed these settings meanwhile.");
  const field = (name: string) => refused.document.querySelector(`input[name=${name}]`)?.getAttribute("value") ?? "";
  expect(field("accentLight")).toBe("#1f5aa8");
  expect((await readSettings(db)).accentLight).toBe("#8a1538");
  await adas.post("/staff/settings/look", { ...form, seen: field("seen") });
  expect((await readSettings(db)).accentLight).toBe("#1f5aa8");
});

test("colours come in a stylesheet of the portal's own, whose address changes with them", async () => {
  const styles = async () => {
    const { document } = await new Visitor().get("/");
    return [...document.querySelectorAll("link[rel=stylesheet]")]
      .map((link) => link.getAttribute("href") ?? "")
      .slice(1);
  };
  expect(await styles()).toEqual([]);
  await set({ accentLight: "#8a1538", statuses: { ...statuses, planned: { ...statuses.planned, color: "pink" } } });
  const [first = ""] = await styles();
  const style = await new Visitor().get(first);
  expect(style.html).toContain("--color-accent:light-dark(#8a1538,#5cc8d2)");
  expect(style.html).toContain(".badge.status-planned{background-color:var(--color-pink-soft)");
  expect(style.headers.get("cache-control")).toContain("immutable");
  await set({ accentLight: "#1d4ed8" });
  const [second = ""] = await styles();
  expect(second).not.toBe(first);
  expect((await new Visitor().get(first)).headers.get("cache-control")).toBe("no-store");
});

test("statuses have the portal's names, in each language and in lists that are kept", async () => {
  await set({
    statuses: {
      ...statuses,
      open: { ...statuses.open, names: { en: "New {{count}} $t(site.name)", de: "Neu", ar: "" } },
    },
  });
  const badge = async (path: string) => (await new Visitor().get(path)).document.querySelector(".badge")?.textContent;
  expect((await badge("/posts/1/a-dark-theme"))?.replaceAll("\u2060", "")).toBe("New {{count}} $t(site.name)");
  expect(await badge("/posts/1/a-dark-theme?lang=de")).toBe("Neu");
  expect(await badge("/posts/1/a-dark-theme?lang=ar")).toBe("مفتوحة");
});

test("texts in a language that is not offered any more are still there when it is offered again", async () => {
  await set({ welcomeHeading: { en: "Hello", de: "Hallo", ar: "" }, languages: ["en"] });
  const adas = await signedIn(people.ada);
  const { document } = await adas.get("/staff/settings/welcome");
  const fields = [...document.querySelectorAll<HTMLInputElement>("form [name^=welcome]")];
  await adas.submit("/staff/settings/welcome", Object.fromEntries(fields.map(({ name, value }) => [name, value])));
  expect((await readSettings(db)).welcomeHeading.de).toBe("Hallo");
});

test("the move form offers what is offered", async () => {
  const monas = await signedIn(people.mona);
  const targets = async () => {
    const { document } = await monas.get("/posts/1/a-dark-theme");
    return [...document.querySelectorAll("input[name=to]")].map((input) => input.getAttribute("value"));
  };
  expect(await targets()).toContain("under_review");
  await set({ statuses: { ...statuses, under_review: { ...statuses.under_review, isOffered: false } } });
  expect(await targets()).not.toContain("under_review");
});

test("visitors are welcomed in the portal's own words", async () => {
  await set({
    welcomeHeading: { en: "Tell Acme", de: "", ar: "" },
    welcomeText: { en: "We read <b>all</b> of it.", de: "", ar: "" },
  });
  expect(words(await new Visitor().get("/"))).toContain("Tell AcmeWe read <b>all</b> of it.");
});

test("mails carry the portal's name and its sender's", async () => {
  await set({ name: "Acme", senderName: 'Team "A"' });
  const visitor = new Visitor();
  await visitor.post("/sign-in", { email: "new@example.com" });
  await runJobs();
  const [found] = await db.select({ subject: deliveries.subject, headers: deliveries.headers }).from(deliveries);
  expect(found?.subject).toMatch(/^\d{6} is your code for Acme$/);
  expect(found?.headers.From).toBe('"Team \\"A\\"" <feedback@localhost>');
});

test("mails are in the portal's colours, in light and in dark, and so are the statuses in them", async () => {
  await set({
    accentLight: "#8a1538",
    accentDark: "#ff9fd0",
    statuses: { ...statuses, planned: { ...statuses.planned, color: "pink" } },
  });
  const { mona, ben } = people;
  await movePost(db, {
    viewer: mona,
    number: 1,
    from: "open",
    move: { to: "planned", answer: "[Soon](https://acme.example).", release: "" },
  });
  await runJobs();
  const [mail] = await db.select().from(deliveries);
  expect(mail).toMatchObject({ userId: ben.id, kind: "move" });
  for (const color of ["#8a1538", "#ff9fd0", "#a02c6d"]) expect(mail?.html).toContain(color);
  expect(mail?.html).toContain(".button{background-color:#ff9fd0!important;");
  for (const color of ["#0b6670", "#6a3fb0"]) expect(mail?.html).not.toContain(color);
});

test("nobody else has such a page", async () => {
  const asked = [await signedIn(people.mona), await signedIn(people.ben)].map((person) =>
    person.get("/staff/settings"),
  );
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 403]);
  expect((await new Visitor().get("/staff/settings")).status).toBe(303);
  expect((await (await signedIn(people.ada)).get("/staff/settings/nothing")).status).toBe(404);
});
