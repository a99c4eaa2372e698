import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events, posts, roadmaps } from "#db/schema";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { tagPost } from "~/models/feedback/posts/tag-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { describeCard } from "~/models/feedback/roadmaps/describe-card.server";
import { moveCard, removeCard } from "~/models/feedback/roadmaps/move-card.server";
import { useApp } from "../support/app";
import { type Page, signedIn, Visitor, words } from "../support/browser";
import { addBoard, addColumn, addRoadmap, addTag, bug, cast, idea, post } from "../support/cast";
import { draftEntry, publish } from "../support/changelog";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

/** The columns of a page: their names, and the titles below each. */
const columns = ({ document }: Page): Record<string, string[]> =>
  Object.fromEntries(
    [...document.querySelectorAll(".roadmap-column")].map((column) => [
      column.querySelector("h2")?.textContent,
      [...column.querySelectorAll("h3")].map((title) => title.textContent ?? ""),
    ]),
  );

test("posts stand where their status puts them, what is coming by votes and what came by date", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const app = await addBoard();
  await addRoadmap();
  for (const title of ["First idea", "Second idea", "Third idea"]) await post(ben, idea(app, { title }));
  await post(ben, bug(app, { title: "First bug" }));
  await post(ben, idea(app, { title: "Nobody decided" }));
  await post(ben, idea(app, { title: "An early one" }));
  await castVote(db, { viewer: mona, number: 2 });
  const move = (number: number, from: string, to: string, at?: Date) =>
    movePost(db, { viewer: mona, number, from, move: { to, answer: "" }, at } as never);
  for (const number of [1, 2]) await move(number, "open", "planned");
  await move(4, "open", "confirmed");
  for (const [number, day] of [
    [3, 5],
    [6, 9],
  ] as const) {
    await move(number, "open", "in_progress", new Date(Date.UTC(2026, 0, 1)));
    await move(number, "in_progress", "shipped", new Date(Date.UTC(2026, 0, day)));
  }
  const page = await new Visitor().get("/roadmap");
  expect(page.status).toBe(200);
  expect(columns(page)).toEqual({
    Planned: ["Second idea", "First bug", "First idea"],
    "In progress": [],
    Shipped: ["An early one", "Third idea"],
  });
  expect(words(page)).not.toContain("Nobody decided");
  const german = await new Visitor().get("/roadmap?lang=de");
  expect(Object.keys(columns(german))).toEqual(["Geplant", "In Arbeit", "Umgesetzt"]);
});

test("what is shipped leads to its entry in the changelog, once that is published", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await addRoadmap();
  await post(ben, idea(await addBoard()));
  await db.update(posts).set({ status: "in_progress" });
  const entryOf = async () =>
    (await new Visitor().get("/roadmap")).document.querySelector(".roadmap-card a[href^='/changelog']");
  const number = await draftEntry(mona, { title: "Night falls", postNumbers: "1" });
  expect(await entryOf()).toBeNull();
  await publish(mona, number);
  const link = await entryOf();
  expect(link?.getAttribute("href")).toBe(`/changelog/${number}/night-falls`);
  expect(link?.textContent).toBe("In the changelog: Night falls");
});

test("nobody sees a post on the roadmap who does not see it on the list", async () => {
  const { ben, mona, ada } = await cast("ben", "mona", "ada");
  const open = await addBoard();
  await addRoadmap();
  await addRoadmap("inside", { visibility: "staff", position: 1 });
  const boards = [await addBoard("club", "members"), await addBoard("team", "staff"), open, open, open];
  const titles = ["For members", "For the team", "Deleted one", "The original", "Its duplicate"];
  for (const [i, title] of titles.entries()) await post(ada, idea(boards[i] ?? 0, { title }));
  await db.update(posts).set({ status: "planned" });
  await deletePost(db, { viewer: ada, number: 3, on: true });
  await mergePosts(db, { viewer: ada, number: 5, into: 4 });
  const seenBy = async (visitor: Visitor, path = "/roadmap") => columns(await visitor.get(path)).Planned?.sort();
  expect(await seenBy(new Visitor())).toEqual(["The original"]);
  expect(await seenBy(await signedIn(ben))).toEqual(["For members", "The original"]);
  expect(await seenBy(await signedIn(mona))).toEqual(["For members", "For the team", "The original"]);
  expect((await (await signedIn(ben)).get("/roadmap/inside")).status).toBe(404);
  expect((await new Visitor().get("/roadmap/inside")).status).toBe(404);
  expect(await seenBy(await signedIn(mona), "/roadmap/inside")).toHaveLength(3);
});

test("a roadmap is narrowed to a board and a tag, and to nothing where there is none of that name", async () => {
  const { ada } = await cast("ada");
  await addRoadmap();
  const boards = [await addBoard(), await addBoard("web")];
  const tagId = await addTag("keys");
  for (const [i, title] of ["On app", "On web"].entries()) await post(ada, idea(boards[i] ?? 0, { title }));
  await db.update(posts).set({ status: "in_progress" });
  await tagPost(db, { viewer: ada, number: 1, tagIds: [tagId] });
  const seen = async (query: string) => columns(await new Visitor().get(`/roadmap${query}`))["In progress"];
  expect(await seen("?board=web")).toEqual(["On web"]);
  expect(await seen("?tag=keys")).toEqual(["On app"]);
  expect(await seen("?board=web&tag=keys")).toEqual([]);
  expect(await seen("?board=nowhere")).toEqual([]);
  expect(await seen("?board=&tag=")).toHaveLength(2);
});

test("a member votes from the card and comes back to it", async () => {
  const { ben, ada } = await cast("ben", "ada");
  await addRoadmap();
  await post(ada, idea(await addBoard()));
  await db.update(posts).set({ status: "planned" });
  const visitor = await signedIn(ben);
  const form = (await visitor.get("/roadmap")).document.querySelector("vote-button form");
  await visitor.post(form?.getAttribute("action") ?? "", { vote: "on" });
  const button = (await visitor.get("/roadmap")).document.querySelector("vote-button button");
  expect([button?.getAttribute("aria-pressed"), button?.querySelector("[data-count]")?.textContent]).toEqual([
    "true",
    "2",
  ]);
});

test("a column shows fifty and leads to the list for more", async () => {
  const { ada } = await cast("ada");
  await addRoadmap();
  const board = await addBoard();
  await post(ada, idea(board));
  const [one] = await db.select().from(posts);
  const { hot, ...row } = one ?? ({} as never);
  const more = Array.from({ length: 51 }, (_, i) => ({
    ...row,
    id: crypto.randomUUID(),
    number: i + 2,
    status: i % 2 ? ("planned" as const) : ("confirmed" as const),
    kind: i % 2 ? ("idea" as const) : ("bug" as const),
    voteCount: i,
  }));
  await db.insert(posts).values(more);
  const page = await new Visitor().get("/roadmap?board=app");
  expect(columns(page).Planned).toHaveLength(50);
  const links = [...page.document.querySelectorAll(".roadmap-column ul a")].map((link) => link.getAttribute("href"));
  expect(links).toEqual(["/?board=app&status=planned&sort=top", "/?board=app&status=confirmed&sort=top"]);
});

test("a roadmap that is switched off is nowhere to be found, nor does any page lead to it", async () => {
  const { ada } = await cast("ada");
  const id = await addRoadmap();
  const leads = async (visitor: Visitor) =>
    (await visitor.get("/")).document.querySelectorAll('header a[href="/roadmap"]').length;
  expect(await leads(new Visitor())).toBe(1);
  await db.update(roadmaps).set({ isOff: true }).where(eq(roadmaps.id, id));
  for (const visitor of [new Visitor(), await signedIn(ada)]) {
    expect(await leads(visitor)).toBe(0);
    for (const path of ["/roadmap", "/roadmap/roadmap"]) expect((await visitor.get(path)).status).toBe(404);
  }
});

test("no site may frame a roadmap until an administrator names it, and then only the page made for that", async () => {
  const { ada, mona } = await cast("ada", "mona");
  const id = await addRoadmap();
  await post(ada, idea(await addBoard()));
  await post(ada, idea(await addBoard("team", "staff"), { title: "For the team" }));
  await db.update(posts).set({ status: "planned" });
  const policyOf = (page: Page) => page.headers.get("Content-Security-Policy") ?? "";
  const closed = await new Visitor().get("/roadmap/embed");
  expect([closed.status, policyOf(closed)]).toEqual([403, expect.stringContaining("frame-ancestors 'none'")]);
  expect(words(closed)).toContain("may not be shown here");
  const settings = { name: "", slug: "roadmap", visibility: "public", position: 0 };
  const staff = await signedIn(ada);
  const refused = await staff.post(`/staff/roadmaps/${id}`, { ...settings, embedOrigins: "not an address; 'self'" });
  expect([refused.status, words(refused)]).toEqual([422, expect.stringContaining("address of a site on each line")]);
  expect((await (await signedIn(mona)).post(`/staff/roadmaps/${id}`, settings)).status).toBe(403);
  await staff.post(`/staff/roadmaps/${id}`, { ...settings, embedOrigins: "https://www.example.com/shop?x\nother.org" });
  const page = await staff.get("/roadmap/embed");
  expect(page.status).toBe(200);
  expect(policyOf(page)).toContain("frame-ancestors https://www.example.com https://other.org");
  expect(page.headers.has("X-Frame-Options")).toBe(false);
  // The same for everybody: Ada would see what is for the team.
  expect(columns(page).Planned).toEqual(["Dark mode at night"]);
  expect(page.document.querySelectorAll("form, header nav, footer")).toHaveLength(0);
  for (const link of page.document.querySelectorAll("main a")) expect(link.getAttribute("target")).toBe("_blank");
  expect(policyOf(await staff.get("/roadmap"))).toContain("frame-ancestors 'none'");
});

test("the history says what was promised when, and nothing of posts that one may not see", async () => {
  const { ada, mona } = await cast("ada", "mona");
  const roadmapId = await addRoadmap();
  const columnId = await addColumn(roadmapId, "Someday");
  await post(ada, idea(await addBoard()));
  await post(ada, idea(await addBoard("team", "staff"), { title: "For the team" }));
  const card = { viewer: mona, roadmapId, from: null, to: { columnId } };
  for (const number of [1, 2]) await moveCard(db, { ...card, number });
  const draft = { target: "2027-Q1" as const, note: "" };
  await describeCard(db, { viewer: mona, roadmapId, number: 1, draft });
  await describeCard(db, { viewer: mona, roadmapId, number: 1, draft: { ...draft, note: "With a <b>preview</b>." } });
  await movePost(db, { viewer: mona, number: 1, from: "open", move: { to: "planned", answer: "" } });
  await removeCard(db, { ...card, number: 1, from: columnId });
  const entries = async (visitor: Visitor) =>
    [...(await visitor.get("/roadmap/history")).document.querySelectorAll("ol p")].map((entry) =>
      entry.textContent?.replace(/ · .*/, ""),
    );
  expect(await entries(new Visitor())).toEqual([
    "Mona took it off “Someday”",
    "Mona moved it from “Open” to “Planned”",
    "Mona changed the note",
    "With a <b>preview</b>.",
    "Mona changed the target from “No target” to “Q1 2027”",
    "Mona put it into “Someday”",
  ]);
  expect(await entries(await signedIn(mona))).toHaveLength(7);
  await expect(db.update(events).set({ type: "x" })).rejects.toThrow();
});

test("every page and form of curation asks who is there", async () => {
  const { ben, milo, gus, mona, ada } = await cast("ben", "milo", "gus", "mona", "ada");
  const id = await addRoadmap();
  const columnId = await addColumn(id, "Soon");
  await post(ben, idea(await addBoard()));
  const base = `/staff/roadmaps/${id}`;
  const gets = [
    "/staff/roadmaps",
    `${base}/columns`,
    `${base}/columns/${columnId}`,
    `${base}/cards`,
    `${base}/cards/1`,
  ];
  const posted = ["/staff/roadmaps", base, `${base}/columns`, `${base}/columns/${columnId}`];
  posted.push(`${base}/columns/${columnId}/remove`, `${base}/cards`, `${base}/cards/1`);
  posted.push(`${base}/cards/1/move`, `${base}/cards/1/remove`);
  for (const user of [ben, milo, gus]) {
    const visitor = await signedIn(user);
    for (const path of gets) expect([path, (await visitor.get(path)).status]).toEqual([path, 403]);
    for (const path of posted) expect([path, (await visitor.post(path)).status]).toEqual([path, 403]);
  }
  for (const path of gets) expect((await new Visitor().get(path)).location).toContain("/sign-in");
  for (const user of [mona, ada])
    for (const path of gets) expect([path, (await (await signedIn(user)).get(path)).status]).toEqual([path, 200]);
});
