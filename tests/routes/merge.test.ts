import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { notifications, posts, users } from "#db/schema";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { changeBoard } from "~/models/feedback/posts/change-board.server";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { origin, useApp } from "../support/app";
import { type Page, signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

/** Two ideas of Ben's that are one; Cleo voted for both, Dave for the first. */
async function begin() {
  const people = await cast("ada", "mona", "milo", "ben", "cleo", "dave");
  const board = await addBoard();
  await post(people.ben, idea(board, { title: "Darker colours at night" }));
  await post(people.ben, idea(board, { title: "Dark colours" }));
  for (const number of [1, 2]) await castVote(db, { viewer: people.cleo, number });
  await castVote(db, { viewer: people.dave, number: 1 });
  return { ...people, board, staff: await signedIn(people.milo) };
}

const links = (page: Page): string[] =>
  [...page.document.querySelectorAll("main a")].map((link) => link.getAttribute("href") ?? "");

test("staff find the way to merge on the post, and similar posts to pick from", async () => {
  const { ben, staff } = await begin();
  expect(links(await staff.get("/posts/1/darker-colours-at-night"))).toContain("/posts/1/merge");
  const reader = await signedIn(ben);
  expect(links(await reader.get("/posts/1/darker-colours-at-night"))).not.toContain("/posts/1/merge");
  const page = await staff.get("/posts/1/merge");
  const choices = [...page.document.querySelectorAll<HTMLInputElement>("input[type=radio][name=into]")];
  expect(choices.map(({ value }) => value)).toEqual(["2"]);
});

test.each(["/posts/1/merge", "/posts/1/unmerge"])("%s is for the team", async (path) => {
  const { ben } = await begin();
  expect((await (await signedIn(ben)).post(path, { into: 2 })).status).toBe(403);
  expect((await new Visitor().post(path, { into: 2 })).location).toContain("/sign-in");
  const [row] = await db.select().from(posts).where(eq(posts.number, 1));
  expect(row?.mergedInto).toBeNull();
});

test.each(["2", "#2", " 2 ", "https://example.com/posts/2/dark-colours?from=9#comment-1", "/posts/2"])(
  "the original may be given as “%s”",
  async (into) => {
    const { staff } = await begin();
    const page = await staff.get(`/posts/1/merge?into=&into=${encodeURIComponent(into)}`);
    expect(page.document.querySelector<HTMLInputElement>("input[type=hidden][name=into]")?.value).toBe("2");
  },
);

test("the preview says who will be counted and told, and where the original stands; exactly they are told", async () => {
  const { staff, mona, dave, cleo } = await begin();
  await submitComment(db, { viewer: cleo, number: 1, id: uuid(), body: "Please." });
  await submitComment(db, { viewer: cleo, number: 2, id: uuid(), body: "Yes." });
  await followPost(db, { viewer: dave, number: 2, level: "muted" });
  await movePost(db, { viewer: mona, number: 2, from: "open", move: { to: "in_progress", answer: "" } });
  await movePost(db, {
    viewer: mona,
    number: 2,
    from: "in_progress",
    move: { to: "shipped", answer: "", release: "" },
  });
  const page = await staff.get("/posts/1/merge?into=2");
  expect(words(page)).toMatch(
    /#2 Dark colours.*Shipped.*2 \+ 3 − 2 = 3.*2 people voted for both.*Followers2, then 2Comments1, then 2Will be told2 people.*ended/,
  );
  await runJobs();
  await db.delete(notifications);
  await staff.post("/posts/1/merge", { into: 2 });
  await runJobs();
  const told = await db
    .select({ name: users.name })
    .from(notifications)
    .innerJoin(users, eq(users.id, notifications.userId));
  expect(told.map(({ name }) => name).sort()).toEqual(["Ben", "Cleo"]);
});

test("a choice that leads into another duplicate says where it goes", async () => {
  const { staff, milo, ben, board } = await begin();
  await post(ben, idea(board));
  await mergePosts(db, { viewer: milo, number: 2, into: 3 });
  expect(words(await staff.get("/posts/1/merge?into=2"))).toContain("#2 is itself part of #3");
});

test.each([
  ["nonsense", "Please write the number of a post"],
  ["99999999999", "Please write the number of a post"],
  ["99", "There is no such post."],
  ["1", "into itself"],
  ["3", "different people can see"],
  ["4", "There is no such post."],
])("an original of “%s” is explained at the field, in the preview and when it is sent", async (into, message) => {
  const { staff, mona, milo, ben, board } = await begin();
  await post(mona, idea(await addBoard("inside", "staff")));
  await post(ben, idea(board));
  await deletePost(db, { viewer: milo, number: 4, on: true });
  for (const page of [await staff.get(`/posts/1/merge?into=${into}`), await staff.post("/posts/1/merge", { into })]) {
    const field = page.document.querySelector("input[name=into][aria-invalid=true]");
    expect(field?.getAttribute("value")).toBe(into);
    const described = field?.getAttribute("aria-describedby")?.split(" ")[0] ?? "";
    expect(page.document.getElementById(described)?.textContent).toContain(message);
    expect(page.document.querySelector("input[type=hidden][name=into]")).toBeNull();
  }
});

test("afterwards the duplicate's address leads to the original, which says so and lists it", async () => {
  const { staff, cleo } = await begin();
  const page = await staff.submit("/posts/1/merge", { into: 2 });
  expect(page.document.querySelector("toast-region")?.textContent).toContain("Merged.");
  expect(words(page)).toContain("You came here from a post that is part of this one now: #1 Darker colours at night");
  const reader = new Visitor();
  for (const path of ["/posts/1", "/posts/1/darker-colours-at-night", "/posts/1?stay"]) {
    const moved = await reader.get(path);
    expect([moved.status, moved.location]).toEqual([302, "/posts/2/dark-colours?from=1"]);
  }
  const original = await reader.get("/posts/2/dark-colours?from=7");
  expect(words(original)).not.toContain("You came here");
  expect(words(original)).toMatch(/Part of this post ?#1 Darker colours at night.*Milo merged into this: #1/);
  expect(links(original).filter((link) => link.startsWith("/posts/1"))).toEqual([]);
  const voter = await signedIn(cleo);
  expect(words(await voter.get("/me"))).not.toContain("merged");
  expect((await voter.get("/posts/1/merge")).status).toBe(403);
});

test("staff may look at the duplicate itself, and unmerge it there", async () => {
  const { staff } = await begin();
  await staff.post("/posts/1/merge", { into: 2 });
  const page = await staff.get("/posts/1/darker-colours-at-night?stay");
  expect(page.status).toBe(200);
  expect(words(page)).toMatch(/This post is part of: #2 Dark colours.*Milo merged this into #2 Dark colours/);
  expect(page.document.querySelector("form[action='/posts/1/vote'], form[action='/posts/1/comments']")).toBeNull();
  expect(page.document.querySelector("meta[name=robots]")?.getAttribute("content")).toContain("noindex");
  const freed = await staff.submit("/posts/1/unmerge");
  expect(freed.document.querySelector("h1")?.textContent).toBe("Darker colours at night");
  expect(freed.document.querySelector("toast-region")?.textContent).toContain("Unmerged.");
  expect(words(freed)).toMatch(/merged this into #2.*Milo unmerged this from #2 Dark colours/);
  expect(words(await staff.get("/posts/2/dark-colours"))).toMatch(/Milo unmerged from this: #1/);
});

test("a duplicate's comments show on the original, say where they are from, and are answered there", async () => {
  const { milo, cleo, dave } = await begin();
  const id = uuid();
  await submitComment(db, { viewer: cleo, number: 1, id, body: "At night, please." });
  await mergePosts(db, { viewer: milo, number: 1, into: 2 });
  const visitor = await signedIn(dave);
  const page = await visitor.get("/posts/2/dark-colours");
  expect(page.document.getElementById(`comment-${id}`)?.textContent).toMatch(/from #1.*At night, please\./s);
  expect(links(page)).toContain(`/posts/2/comments?reply=${id}`);
  for (const path of [`/posts/2/comments?reply=${id}`, `/posts/1/comments?reply=${id}`]) {
    const form = (await visitor.get(path)).document.querySelector("form[action='/posts/2/comments']");
    expect(form?.querySelector<HTMLInputElement>("input[name=parentId]")?.value).toBe(id);
  }
  const answered = await visitor.submit("/posts/2/comments", { id: uuid(), parentId: id, body: "Me too." });
  expect(words(answered)).toMatch(/At night, please\..*Me too\./);
  const author = await signedIn(cleo);
  expect((await author.submit(`/comments/${id}/edit`, { body: "At dusk." })).document.title).toContain("Dark colours");
  expect(words(await author.get("/posts/2/history"))).toMatch(/a comment.*At.*dusk\./);
});

test("a comment that was under way to the duplicate is kept, and goes to the original when sent again", async () => {
  const { milo, dave } = await begin();
  await mergePosts(db, { viewer: milo, number: 1, into: 2 });
  const page = await (await signedIn(dave)).post("/posts/1/comments", { id: uuid(), body: "Me too." });
  expect(page.status).toBe(409);
  expect(words(page)).toContain("part of another one");
  const form = page.document.querySelector("form[action='/posts/2/comments']");
  expect(form?.querySelector("textarea")?.textContent?.trim()).toBe("Me too.");
});

test("a vote by an old link says that the post is part of another, and leads there", async () => {
  const { milo, dave } = await begin();
  await mergePosts(db, { viewer: milo, number: 2, into: 1 });
  const visitor = await signedIn(dave);
  const page = await visitor.submit("/posts/2/vote", { vote: "on" }, { Referer: `${origin()}/posts/2/dark-colours` });
  expect(page.document.querySelector("h1")?.textContent).toBe("Darker colours at night");
  expect(page.document.querySelector("toast-region")?.textContent).toContain("part of another one");
  const byScript = await visitor.post("/posts/2/vote", { vote: "on" }, { Accept: "application/json" });
  expect(byScript.status).toBe(409);
});

test("what moves out of sight later takes no comment and no title of a duplicate along into the open", async () => {
  const { mona, milo, dave, ben } = await begin();
  const [inside, internal] = [await addBoard("inside", "staff"), await addBoard("internal", "staff")];
  const id = uuid();
  await submitComment(db, { viewer: mona, number: 1, id, body: "Between us." });
  await changeBoard(db, { viewer: mona, number: 1, boardId: inside });
  await changeBoard(db, { viewer: mona, number: 2, boardId: internal });
  await mergePosts(db, { viewer: milo, number: 1, into: 2 });
  const reader = await signedIn(dave);
  expect((await reader.get("/posts/1")).status).toBe(404);
  const [board] = await db.select({ id: posts.boardId }).from(posts).where(eq(posts.number, 2));
  expect(board?.id).toBe(internal);
  await changeBoard(db, { viewer: mona, number: 2, boardId: await addBoard("open") });
  const page = await reader.get("/posts/2/dark-colours");
  expect(page.status).toBe(200);
  expect(page.html).not.toMatch(/Between us|Darker colours at night/);
  expect((await reader.get(`/comments/${id}/edit`)).status).toBe(404);
  expect((await (await signedIn(ben)).get("/posts/1")).status).toBe(404);
});

test("an author's own list marks what has become part of another post", async () => {
  const { milo, ben } = await begin();
  await mergePosts(db, { viewer: milo, number: 1, into: 2 });
  expect(words(await (await signedIn(ben)).get("/me"))).toMatch(/Darker colours at night ?merged/);
});
