import { beforeEach, expect, test } from "vitest";
import type { User } from "~/models/core/users/viewer";
import { useApp } from "../support/app";
import { addArticle, addSection, beginArticle } from "../support/articles";
import { signedIn, Visitor, words } from "../support/browser";
import { cast } from "../support/cast";
import { useDatabase } from "../support/database";

useDatabase();
useApp();

let people: Record<"mona" | "gus" | "ben", User>;

beforeEach(async () => {
  people = await cast("mona", "gus", "ben");
});

test("readers find an article by its section, at one address, and nobody learns of what is not for them", async () => {
  const body = "## Where it is\n\nIn the **menu**.\n\n## Where it is not\n\nElsewhere.";
  const number = await addArticle(people.mona, { title: "Find the export", body, section: await addSection("Data") });
  const hidden = await addArticle(people.mona, {
    title: "Team only",
    audience: "staff",
    section: await addSection("Ours"),
  });
  const draft = await beginArticle(people.gus, { title: "Not yet" });
  const anybody = new Visitor();
  const home = await anybody.get("/help");
  expect(words(home)).toContain("Data");
  for (const word of ["Ours", "Team only", "Not yet"]) expect(home.html).not.toContain(word);
  expect(words(await anybody.get("/help/data"))).toContain("Find the export");
  expect((await anybody.get("/help/ours")).status).toBe(404);
  for (const one of [hidden, draft]) expect((await anybody.get(`/help/articles/${one}`)).status).toBe(404);
  const moved = await anybody.get(`/help/articles/${number}/an-old-title`);
  expect([moved.status, moved.location]).toEqual([301, `/help/articles/${number}/find-the-export`]);
  const page = await anybody.get(`/help/articles/${number}/find-the-export`);
  expect(page.html).toContain('<h2 id="part-1">Where it is</h2>');
  expect(page.html).toContain('href="#part-2"');
  expect((await (await signedIn(people.mona)).get(`/help/articles/${hidden}/team-only`)).status).toBe(200);
});

test("an agent writes, a maintainer publishes, and a member does neither", async () => {
  const [gus, mona, ben] = [await signedIn(people.gus), await signedIn(people.mona), await signedIn(people.ben)];
  const section = await addSection();
  const text = { title: "Read offline", slug: "", body: "Open it once.", wordings: "on a plane\nwithout internet" };
  const setUp = { section: String(section), audience: "public", owner: people.gus.id, reviewOn: "2027-01-31" };
  const start = await gus.get("/staff/help/new");
  const id = /name="id" value="([^"]+)"/.exec(start.html)?.[1] ?? "";
  const made = await gus.post("/staff/help/new", { id, language: "en", ...setUp, ...text });
  expect(made.status).toBe(303);
  const path = made.location ?? "";
  expect((await gus.post(`${path}/publish`, { language: "en", revision: "1" })).status).toBe(403);
  expect((await gus.post(`${path}/review`, { language: "en" })).status).toBe(303);
  expect(words(await mona.get("/staff/help?state=review"))).toContain("Read offline");
  const saved = { language: "en", revision: "1", version: "0", ...text };
  expect((await mona.post(path, { ...saved, body: "Open it once, online." })).status).toBe(303);
  const late = await gus.post(path, { ...saved, body: "Mine." });
  expect(late.status).toBe(409);
  expect(words(late)).toContain("Somebody else has changed this draft meanwhile.");
  expect(late.html).toContain("Mine.");
  expect((await mona.post(`${path}/publish`, { language: "en", revision: "2" })).status).toBe(303);
  const article = await new Visitor().get(`${path.replace("/staff/help", "/help/articles")}/read-offline`);
  expect(words(article)).toContain("Open it once, online.");
  expect((await ben.get("/staff/help")).status).toBeGreaterThanOrEqual(400);
  expect((await ben.post(path, saved)).status).toBe(403);
});
