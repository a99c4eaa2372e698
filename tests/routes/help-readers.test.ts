import { JSDOM } from "jsdom";
import { beforeEach, expect, test } from "vitest";
import { articleJudgements, articleReads, articleRedirects, articles } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { origin, useApp } from "../support/app";
import { addArticle, addSection, beginArticle, publishText } from "../support/articles";
import { signedIn, Visitor, words } from "../support/browser";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { addCategory } from "../support/tickets";

useDatabase();
useApp();

let people: Record<"mona" | "gus" | "ben", User>;
let number = 0;
let members = 0;

beforeEach(async () => {
  people = await cast("mona", "gus", "ben");
  number = await addArticle(people.mona, { title: "Read offline", body: "Open it **once**." });
  members = await addArticle(people.mona, { title: "For members", audience: "members" });
});

const judged = () =>
  db
    .select({
      isHelpful: articleJudgements.isHelpful,
      reason: articleJudgements.reason,
      words: articleJudgements.words,
    })
    .from(articleJudgements)
    .orderBy(articleJudgements.judgedAt);

test("each browser and each person says once whether an article has helped, and why not, and can take it back", async () => {
  const [visitor, other, ben] = [new Visitor(), new Visitor(), await signedIn(people.ben)];
  const path = `/help/judgements/${number}`;
  const said = await visitor.submit(path, { helpful: "no", language: "en" });
  expect(words(said)).toContain("You said that it did not help.");
  const long = await visitor.post(path, { helpful: "no", language: "en", words: "x".repeat(2001) });
  expect([long.status, words(long)]).toEqual([422, expect.stringMatching(/2,?000/)]);
  await visitor.post(path, { helpful: "no", language: "en", reason: "wrong", words: "There is no such button." });
  expect(await judged()).toEqual([{ isHelpful: false, reason: "wrong", words: "There is no such button." }]);
  const team = words(await (await signedIn(people.gus)).get(`/staff/help/${number}`));
  expect(team).toMatch(/Helped 0 of 1\. ?It is not right .*There is no such button\./);
  await visitor.post(path, { helpful: "yes", language: "en" });
  await other.post(path, { helpful: "yes", language: "en", website: "https://spam.example" });
  expect(await judged()).toEqual([{ isHelpful: true, reason: null, words: null }]);
  const thanks = await ben.submit(`${path}?lang=de`, { helpful: "yes", language: "en" });
  expect(thanks.document.querySelector("[data-box]")?.textContent).toContain("Danke.");
  expect(words(await ben.get(`/help/articles/${number}/read-offline`))).toContain("You said that it helped.");
  expect(words(await visitor.get(`/help/articles/${number}/read-offline`))).not.toContain("You said");
  expect(await judged()).toHaveLength(2);
  expect((await other.post(`/help/judgements/${members}`, { helpful: "yes", language: "en" })).status).toBe(404);
  await visitor.post(path, { helpful: "none", language: "en" });
  await ben.post(path, { helpful: "none", language: "en" });
  expect(await judged()).toEqual([]);
});

test("what was said without signing in is the person's own once they have, and is not counted twice", async () => {
  const visitor = new Visitor();
  await visitor.post(`/help/judgements/${number}`, { helpful: "no", language: "en" });
  const ben = await signedIn(people.ben);
  ben.cookies.set("asker", visitor.cookies.get("asker") ?? "");
  await ben.post(`/help/judgements/${number}`, { helpful: "yes", language: "en" });
  expect(await judged()).toEqual([{ isHelpful: true, reason: null, words: null }]);
});

test("a read is counted once a day for each browser, not for who writes, and makes what is read most", async () => {
  const second = await addArticle(people.mona, { title: "Read aloud" });
  const [visitor, other, gus] = [new Visitor(), new Visitor(), await signedIn(people.gus)];
  const read = async (who: Visitor, of: number) => JSON.parse((await who.post(`/help/reads/${of}`)).html).html;
  for (let i = 0; i < 3; i++) await read(visitor, second);
  await read(other, second);
  await read(visitor, number);
  await read(gus, number);
  await other.post(`/help/reads/${members}`);
  const counts = await db.select({ count: articleReads.count }).from(articleReads).orderBy(articleReads.count);
  expect(counts).toEqual([{ count: 1 }, { count: 2 }]);
  const home = words(await other.get("/help"));
  expect(home).toMatch(/Most read.*Read aloud.*Read offline.*New/);
  await visitor.post(`/help/judgements/${number}`, { helpful: "yes", language: "en" });
  expect(await read(visitor, number)).toContain("You said that it helped.");
  expect(await read(other, number)).not.toContain("You said");
});

test("an article names those that answer nearly the same, and never itself or what is not for its reader", async () => {
  await addArticle(people.mona, { title: "Read offline on a train", body: "Open it once." });
  await addArticle(people.mona, { title: "Read offline at sea", body: "Open it once.", audience: "staff" });
  const page = await new Visitor().get(`/help/articles/${number}/read-offline`);
  const related = words(page).split("Related articles")[1] ?? "";
  expect(related).toContain("Read offline on a train");
  expect(related.match(/Read offline/g)).toHaveLength(1);
});

test("a ticket notes the article that did not answer it, where its reader may read that", async () => {
  const category = await addCategory("Questions");
  const [ben, gus] = [await signedIn(people.ben), await signedIn(people.gus)];
  const form = await ben.get(`/support/new?article=${members}`);
  expect(words(form)).toContain("For members");
  expect(words(await new Visitor().get(`/support/new?article=${members}`))).not.toContain("For members");
  const id = /name="id" value="([^"]+)"/.exec(form.html)?.[1] ?? "";
  const ticket = { id, subject: "It does not work", body: "Nothing happens at all.", categoryId: String(category) };
  const sent = await ben.post("/support/new", { ...ticket, article: members });
  const page = await gus.get(`/staff${sent.location}`);
  expect(page.html).toContain(`href="/help/articles/${members}"`);
  expect(words(page)).toContain(`opened this ticket after reading article ${members}`);
});

test("addresses of another help centre lead to its articles, where they can be read", async () => {
  const draft = await beginArticle(people.gus, { title: "Not yet" });
  const ids = await db.select({ id: articles.id, number: articles.number }).from(articles);
  const idOf = (of: number) => ids.find((one) => one.number === of)?.id ?? "";
  await db.insert(articleRedirects).values([
    { path: "/hc/en-us/articles/360", articleId: idOf(number) },
    { path: "/support/solutions/articles/5", articleId: idOf(members) },
    { path: "/hc/en-us/articles/361", articleId: idOf(draft) },
  ]);
  const [visitor, ben] = [new Visitor(), await signedIn(people.ben)];
  for (const path of [
    "/hc/en-us/articles/360",
    "/hc/en-us/articles/360-Reading-offline/",
    "/hc/en-us/articles/360?a=b",
  ]) {
    const { status, location } = await visitor.get(path);
    expect([status, location], path).toEqual([301, `/help/articles/${number}`]);
  }
  for (const path of ["/support/solutions/articles/5", "/hc/en-us/articles/361"])
    expect((await visitor.get(path)).status, path).toBe(404);
  expect((await ben.get("/support/solutions/articles/5-members")).status).toBe(301);
});

/** Rejects what is not well-formed. */
const asXml = (text: string): Document => new JSDOM(text, { contentType: "application/xml" }).window.document;

const linksOf = (document: Document, rel: string) =>
  Object.fromEntries(
    [...document.querySelectorAll(`link[rel=${rel}]`)]
      .filter((link) => !link.hasAttribute("type"))
      .map((link) => [link.getAttribute("hreflang") ?? "", link.getAttribute("href")]),
  );

test("search engines find each article in each of its languages, and nothing that is not everybody's", async () => {
  const title = `</script><script>alert("1")</script> & more`;
  const odd = await addArticle(people.mona, { title, slug: "odd", body: "So.", section: await addSection("A & B") });
  await publishText(people.mona, { number, language: "de", title: "Offline lesen", body: "Öffne es einmal." });
  const visitor = new Visitor();
  const at = `${origin()}/help/articles/${number}`;
  const [en, de] = [`${at}/read-offline?lang=en`, `${at}/offline-lesen?lang=de`];

  const article = await visitor.get(`/help/articles/${number}/read-offline`);
  const alternates = { en, de, "x-default": `${at}/read-offline` };
  expect(linksOf(article.document, "alternate")).toEqual(alternates);
  expect(linksOf(article.document, "canonical")).toEqual({ "": `${at}/read-offline` });
  const german = await visitor.get(`/help/articles/${number}/offline-lesen?lang=de`);
  expect(linksOf(german.document, "canonical")).toEqual({ "": de });
  const arabic = await visitor.get(`/help/articles/${number}/read-offline?lang=ar`);
  expect(linksOf(arabic.document, "canonical")).toEqual({ "": `${at}/read-offline` });

  const graphOf = (document: Document) => {
    const texts = [...document.querySelectorAll('script[type="application/ld+json"]')].map(
      (one) => one.textContent ?? "",
    );
    expect(texts).toHaveLength(1);
    const { "@context": context, "@graph": graph } = JSON.parse(texts[0] ?? "");
    expect(context).toBe("https://schema.org");
    return graph as { "@type": string; headline?: string; itemListElement?: { name: string; position: number }[] }[];
  };
  const strange = await visitor.get(`/help/articles/${odd}/odd`);
  expect(strange.document.querySelectorAll("script:not([type])")).toHaveLength(0);
  const [about, place] = graphOf(strange.document);
  expect([about?.["@type"], about?.headline]).toEqual(["TechArticle", title]);
  expect(place?.itemListElement?.map(({ name, position }) => [position, name])).toEqual([
    [1, "Help"],
    [2, "A & B"],
    [3, title],
  ]);
  const types = graphOf((await visitor.get("/help")).document).map((one) => one["@type"]);
  expect(types).toEqual(["BreadcrumbList", "FAQPage"]);

  const own = (await (await signedIn(people.ben)).get(`/help/articles/${members}/for-members`)).document;
  expect(own.querySelector("meta[name=robots]")?.getAttribute("content")).toBe("noindex");
  expect(own.querySelectorAll('script[type="application/ld+json"], link[hreflang]')).toHaveLength(0);

  const map = asXml((await visitor.get("/sitemap.xml")).html);
  const urls = [...map.querySelectorAll("url")];
  const locOf = (url: Element) => url.querySelector("loc")?.textContent;
  const listed = urls.find((url) => locOf(url) === `${at}/read-offline`);
  expect(listed?.querySelector("lastmod")?.textContent).toMatch(/^\d{4}-\d\d-\d\dT/);
  const links = [...(listed?.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link") ?? [])];
  const inMap = links.map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]);
  expect(Object.fromEntries(inMap)).toEqual(alternates);
  expect(urls.map(locOf)).toContain(`${origin()}/help/a-b`);
  expect(map.documentElement.outerHTML).not.toContain("for-members");

  const atom = asXml((await visitor.get("/help/feed.atom?lang=de")).html);
  expect([...atom.querySelectorAll("entry > title")].map((one) => one.textContent)).toContain("Offline lesen");
  const { items } = JSON.parse((await visitor.get("/help/feed.json")).html) as { items: { title: string }[] };
  expect(items.map((item) => item.title).sort()).toEqual([title, "Read offline"].sort());
});
