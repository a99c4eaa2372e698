import { eq } from "drizzle-orm";
import { JSDOM } from "jsdom";
import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { boards, posts, users } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { unpublishEntry } from "~/models/feedback/changelog/publish-entry.server";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { origin, useApp } from "../support/app";
import { type Page, signedIn, Visitor } from "../support/browser";
import { addBoard, addRoadmap, addTag, cast, idea, post } from "../support/cast";
import { addLabel, draftEntry, publish, publishedEntry } from "../support/changelog";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

let people: Record<"mona" | "milo" | "ben" | "cleo", User>;
let boardId = 0;

beforeEach(async () => {
  people = await cast("mona", "milo", "ben", "cleo");
  boardId = await addBoard();
});

const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 10, 0, second));

/** A page as XML that has to be well-formed. */
function asXml(page: Page): Document {
  return new JSDOM(page.html, { contentType: "application/xml" }).window.document;
}

const textsOf = (xml: Document, name: string): string[] =>
  [...xml.querySelectorAll(`entry > ${name}`)].map((element) => element.textContent ?? "");

/** The titles of a feed, which both formats have to agree on. */
async function titles(place: string, search = ""): Promise<string[]> {
  const [atom, json] = [await read(`${place}.atom${search}`), await read(`${place}.json${search}`)];
  const inAtom = textsOf(asXml(atom), "title");
  const inJson = (JSON.parse(json.html).items as { title: string }[]).map(({ title }) => title);
  expect(inJson).toEqual(inAtom);
  return inAtom;
}

async function read(path: string): Promise<Page> {
  const page = await new Visitor().get(path);
  expect(page.status).toBe(200);
  return page;
}

const statusOf = async (path: string) => (await new Visitor().get(path)).status;

describe("posts", () => {
  test("the newest first, all of them, those of a board, or those with a tag", async () => {
    const other = await addBoard("other");
    const tagId = await addTag("speed");
    await post(people.ben, idea(boardId, { title: "The first" }), at(1));
    await post(people.ben, idea(other, { title: "The second" }), at(2));
    await post(people.ben, idea(boardId, { title: "The third", tagIds: [tagId] }), at(3));
    expect(await titles("/feed")).toEqual(["The third", "The second", "The first"]);
    expect(await titles("/feed", "?board=app")).toEqual(["The third", "The first"]);
    expect(await titles("/feed", "?tag=speed")).toEqual(["The third"]);
    expect(await titles("/feed", "?tag=speed&board=other")).toEqual([]);
    expect(await statusOf("/feed.atom?board=nowhere")).toBe(404);
    expect(await statusOf("/feed.json?tag=nothing")).toBe(404);
  });

  test("what not everybody may see is in no feed, not even for those who may", async () => {
    for (const visibility of ["members", "staff"] as const) {
      const hidden = await addBoard(visibility);
      await post(people.ben, idea(hidden, { title: `For ${visibility}` }));
      await db.update(boards).set({ visibility }).where(eq(boards.id, hidden));
    }
    await post(people.ben, idea(boardId, { title: "For everybody" }));
    await post(people.ben, idea(boardId, { title: "Deleted since" }));
    await post(people.ben, idea(boardId, { title: "Merged since" }));
    await db.update(posts).set({ deletedAt: new Date() }).where(eq(posts.title, "Deleted since"));
    await mergePosts(db, { viewer: people.milo, number: 5, into: 3 });
    const mona = await signedIn(people.mona);
    for (const visitor of [new Visitor(), mona]) {
      const feed = await visitor.get("/feed.atom");
      expect(textsOf(asXml(feed), "title")).toEqual(["For everybody"]);
      const hidden = ["/feed.json?board=members", "/feed.json?board=staff", "/posts/1/feed.atom", "/posts/2/feed.json"];
      for (const path of [...hidden, "/posts/4/feed.atom", "/posts/99/feed.atom"])
        expect((await visitor.get(path)).status, path).toBe(404);
    }
  });

  test("no feed has more than fifty items", async () => {
    for (let i = 0; i < 51; i++) await post(people.ben, idea(boardId, { title: `Idea number ${i}` }), at(i));
    const all = await titles("/feed");
    expect(all).toHaveLength(50);
    expect(all.at(-1)).toBe("Idea number 1");
  });
});

describe("a post", () => {
  test("tells what was said and done, the latest first, and its beginning last", async () => {
    await post(people.ben, idea(boardId, { title: "Dark mode", body: "See [this](/posts/9)." }), at(1));
    const commentId = uuid();
    await submitComment(db, { viewer: people.cleo, number: 1, id: commentId, body: "Yes, please.", at: at(2) });
    const gone = uuid();
    await submitComment(db, { viewer: people.ben, number: 1, id: gone, body: "A slip.", at: at(3) });
    await deleteComment(db, { viewer: people.ben, id: gone });
    const move = { to: "planned", answer: "For spring." } as const;
    await movePost(db, { viewer: people.mona, number: 1, from: "open", move, at: at(4) });
    expect(await titles("/posts/1/feed")).toEqual(["Mona moved this to “Planned”", "Cleo commented", "Dark mode"]);
    const xml = asXml(await read("/posts/1/feed.atom"));
    const contents = textsOf(xml, "content");
    expect(contents[0]).toContain("For spring.");
    expect(contents[2]).toContain(`href="${origin()}/posts/9"`);
    const links = [...xml.querySelectorAll("entry > link")].map((link) => link.getAttribute("href"));
    expect(links[1]).toBe(`${origin()}/posts/1/dark-mode#comment-${commentId}`);
    expect(textsOf(xml, "id")[1]).toBe(`urn:uuid:${commentId}`);
  });

  test("a duplicate tells what happens on its original, with the words said on both", async () => {
    await post(people.ben, idea(boardId, { title: "The duplicate" }), at(1));
    await post(people.ben, idea(boardId, { title: "The original" }), at(2));
    await submitComment(db, { viewer: people.cleo, number: 1, id: uuid(), body: "Here first.", at: at(3) });
    await mergePosts(db, { viewer: people.milo, number: 1, into: 2 });
    expect(await titles("/posts/1/feed")).toEqual(["Cleo commented", "The original"]);
  });
});

describe("the changelog", () => {
  test("has what is published, with its labels, and can be had for one label", async () => {
    const label = await addLabel("new");
    await publishedEntry(people.mona, { title: "With a label", labelIds: [label] }, at(1));
    await publishedEntry(people.mona, { title: "Without one" }, at(2));
    await draftEntry(people.mona, { title: "A draft" });
    const back = await publishedEntry(people.mona, { title: "Taken back" }, at(3));
    await unpublishEntry(db, { viewer: people.mona, number: back });
    expect(await titles("/changelog/feed")).toEqual(["Without one", "With a label"]);
    expect(await titles("/changelog/feed", "?label=new")).toEqual(["With a label"]);
    expect(await statusOf("/changelog/feed.atom?label=nothing")).toBe(404);
    const german = JSON.parse((await read("/changelog/feed.json?label=new&lang=de")).html);
    expect(german).toMatchObject({
      title: "Neuigkeiten: Neu · Groundswell",
      language: "de",
      items: [{ tags: ["Neu"] }],
    });
  });

  test("an entry keeps its id when it is changed, taken back and published again", async () => {
    const number = await publishedEntry(people.mona);
    const idOf = async () => textsOf(asXml(await read("/changelog/feed.atom")), "id");
    const before = await idOf();
    await unpublishEntry(db, { viewer: people.mona, number });
    await publish(people.mona, number);
    expect(before).toEqual([expect.stringMatching(/^urn:uuid:/)]);
    expect(await idOf()).toEqual(before);
  });
});

test("words of any sort stay words: markup in titles and names, quotes in tags, and what XML cannot say", async () => {
  const tagId = await addTag('a"b<c>&d');
  await db.update(users).set({ name: "Ben <b>&" }).where(eq(users.id, people.ben.id));
  await post(people.ben, idea(boardId, { title: "]]> & <script>alert(1)</script>", tagIds: [tagId] }));
  await db.update(posts).set({ excerpt: "a\u000bb\uffffc" });
  const xml = asXml(await read("/feed.atom"));
  expect(textsOf(xml, "title")).toEqual(["]]> & <script>alert(1)</script>"]);
  expect(textsOf(xml, "author")).toEqual(["Ben <b>&"]);
  expect(textsOf(xml, "summary")).toEqual(["abc"]);
  const terms = [...xml.querySelectorAll("category")].map((category) => category.getAttribute("term"));
  expect(terms).toEqual(["Idea", "Open", 'a"b<c>&d']);
});

test("a reader that has the latest is told so; whoever has not gets it, and may be anywhere", async () => {
  await post(people.ben, idea(boardId));
  const first = await read("/feed.atom");
  expect(first.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
  expect(first.headers.get("Cache-Control")).toBe("public, no-cache");
  const etag = first.headers.get("ETag") ?? "";
  const again = await new Visitor().get("/feed.atom", { "If-None-Match": etag });
  expect([again.status, again.html]).toEqual([304, ""]);
  await post(people.ben, idea(boardId, { title: "Something new" }));
  expect((await new Visitor().get("/feed.atom", { "If-None-Match": etag })).status).toBe(200);
});

test("pages name their feeds, in the reader's language; those of hidden boards have none", async () => {
  const hidden = await addBoard("hidden", "members");
  await post(people.ben, idea(boardId));
  await post(people.ben, idea(hidden, { title: "For members" }));
  const feedsOf = async (path: string) => {
    const { document } = await (await signedIn(people.ben)).get(path);
    return [...document.querySelectorAll("link[rel=alternate][type]")].map((link) => link.getAttribute("href"));
  };
  expect(await feedsOf("/?board=app")).toEqual(["/feed.atom?board=app", "/feed.json?board=app"]);
  expect(await feedsOf("/posts/1/dark-mode-at-night")).toEqual(["/posts/1/feed.atom", "/posts/1/feed.json"]);
  expect(await feedsOf("/changelog?lang=ar")).toEqual(["/changelog/feed.atom?lang=ar", "/changelog/feed.json?lang=ar"]);
  expect(await feedsOf("/?board=hidden")).toEqual([]);
  expect(await feedsOf("/posts/2/for-members")).toEqual([]);
  for (const path of await feedsOf("/?board=app")) expect(await statusOf(path ?? "")).toBe(200);
});

describe("roadmaps", () => {
  test("what was promised when, of posts that everybody may see", async () => {
    await addRoadmap();
    await post(people.ben, idea(boardId, { title: "Seen by all" }), at(1));
    await post(people.mona, idea(await addBoard("team", "staff"), { title: "Seen by the team" }), at(2));
    const plan = (number: number, second: number) =>
      movePost(db, {
        viewer: people.mona,
        number,
        from: "open",
        move: { to: "planned", answer: "" },
        at: at(second),
      });
    await plan(1, 3);
    await plan(2, 4);
    const told = ["Seen by all: Mona moved it from “Open” to “Planned”"];
    expect(await titles("/roadmap/feed")).toEqual(told);
    expect(await titles("/roadmap/roadmap/feed")).toEqual(told);
    const [atom] = [await read("/roadmap/feed.atom")];
    expect(textsOf(asXml(atom), "id")[0]).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(await read("/roadmap/feed.atom").then(({ html }) => html)).toBe(atom.html);
  });

  test("the page names its feed; one that is not for everybody has none", async () => {
    await addRoadmap();
    await addRoadmap("inside", { visibility: "staff", position: 1 });
    expect(await statusOf("/roadmap/inside/feed.atom")).toBe(404);
    const linksOf = async (visitor: Visitor, path: string) =>
      [...(await visitor.get(path)).document.querySelectorAll("link[rel=alternate][href*=feed]")].map((link) =>
        link.getAttribute("href"),
      );
    expect(await linksOf(new Visitor(), "/roadmap")).toContain("/roadmap/feed.atom");
    const mona = await signedIn(people.mona);
    expect(await linksOf(mona, "/roadmap/inside")).not.toContain("/roadmap/inside/feed.atom");
  });
});
