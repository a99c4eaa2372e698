import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { Query } from "~/models/core/text/query";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { inboxPath, readInboxFilter } from "~/models/feedback/inbox/filter";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { useApp } from "../../../support/app";
import { type Page, signedIn, words } from "../../../support/browser";
import { addBoard, addTag, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();
useApp();

const titles = (page: Page) => [...page.document.querySelectorAll("[data-row] h2")].map((title) => title.textContent);

test("the inbox shows what nobody has decided on, the newest first, and counts it", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const board = await addBoard();
  const number: Record<string, number> = {};
  for (const title of ["First idea", "Second idea", "Moved idea", "Deleted idea", "Merged idea"]) {
    number[title] = await post(ben, idea(board, { title }));
  }
  const viewer = mona;
  const of = (title: string) => number[title] ?? 0;
  await movePost(db, { viewer, number: of("Moved idea"), from: "open", move: { to: "planned", answer: "" } });
  await deletePost(db, { viewer, number: of("Deleted idea"), on: true });
  await mergePosts(db, { viewer, number: of("Merged idea"), into: of("First idea") });
  const page = await (await signedIn(mona)).get("/staff/inbox");
  expect(titles(page)).toEqual(["Second idea", "First idea"]);
  expect(words(page)).toContain("2 posts");
  expect(page.document.querySelector('[data-row] a[data-key="g"]')?.getAttribute("href")).toBe("/posts/2/merge");
});

test("its filters are its address", async () => {
  const { ben, mona, gus } = await cast("ben", "mona", "gus");
  const [app, web] = [await addBoard("app"), await addBoard("web")];
  const tag = await addTag("loud");
  await post(ben, idea(app, { title: "Loud idea", tagIds: [tag] }));
  await post(ben, bug(web, { title: "Broken web" }));
  const answered = await post(ben, idea(app, { title: "Talked about" }));
  await submitComment(db, { viewer: gus, id: uuid(), number: answered, body: "We look into it." });
  const moved = await post(ben, idea(app, { title: "Planned idea" }));
  await movePost(db, { viewer: mona, number: moved, from: "open", move: { to: "planned", answer: "" } });
  const staff = await signedIn(mona);
  const shown = async (query: string) => titles(await staff.get(`/staff/inbox?${query}`));
  expect(await shown("board=web")).toEqual(["Broken web"]);
  expect(await shown("kind=idea")).toEqual(["Talked about", "Loud idea"]);
  expect(await shown("tag=loud")).toEqual(["Loud idea"]);
  expect(await shown("unanswered=on")).toEqual(["Broken web", "Loud idea"]);
  expect(await shown("status=planned")).toEqual(["Planned idea"]);
  expect(await shown("board=nowhere")).toEqual([]);
  const address = "/staff/inbox?board=web&status=planned&unanswered=on&flagged=on&after=3_1";
  expect(inboxPath(readInboxFilter(new Query(new URL(address, "http://x").searchParams)))).toBe(address);
});

test("it goes on where a page ends, and shows nobody else what it shows maintainers", async () => {
  const { ben, mona, milo } = await cast("ben", "mona", "milo");
  const board = await addBoard();
  for (let i = 1; i <= 27; i++) await post(ben, idea(board, { title: `Idea number ${i}` }), new Date(2026, 0, 1, 0, i));
  const staff = await signedIn(mona);
  const first = await staff.get("/staff/inbox");
  expect(titles(first)).toHaveLength(25);
  const second = await staff.get(first.document.querySelector("a[rel=next]")?.getAttribute("href") ?? "");
  expect(titles(second)).toEqual(["Idea number 2", "Idea number 1"]);
  const all = await staff.get("/staff/inbox?chosen=found");
  const found = all.document.querySelector<HTMLInputElement>("[name=found]")?.value ?? "?";
  const preview = await staff.get(`/staff/inbox/bulk?${new URLSearchParams({ found, change: "move:planned" })}`);
  expect(preview.document.querySelectorAll("[name=chosen]")).toHaveLength(27);
  expect((await (await signedIn(milo)).get("/staff/inbox")).status).toBe(403);
  expect((await (await signedIn(ben)).get("/staff/inbox")).status).toBe(403);
});

test("posts are changed together and back without JavaScript: tick, preview, do, undo", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const board = await addBoard();
  await post(ben, idea(board, { title: "First idea" }));
  await post(ben, bug(board, { title: "Broken thing" }));
  const staff = await signedIn(mona);
  const inbox = await staff.get("/staff/inbox?chosen=all");
  expect(inbox.document.querySelectorAll("[name=post]:checked")).toHaveLength(2);
  const address = "/staff/inbox/bulk?post=1&post=2&change=move:declined";
  const preview = await staff.get(address);
  expect(words(preview)).toMatch(/Broken thingCannot move there.*|First ideaWill change.*/);
  expect(words(preview)).toContain("1 person will hear of it.");
  const hidden = [...preview.document.querySelectorAll<HTMLInputElement>("main input[type=hidden]")];
  const fields = Object.fromEntries(hidden.map(({ name, value }) => [name, value]));
  const refused = await staff.post(address, fields);
  expect(refused.status).toBe(422);
  expect(words(refused)).toContain("This move needs an official answer.");
  const done = await staff.submit(address, { ...fields, answer: "Not now." });
  expect(words(done)).toContain("1 post is changed.");
  const undo = done.document.querySelector('form[action$="/undo"]')?.getAttribute("action") ?? "";
  expect(words(await staff.submit(undo))).toContain("Undone: 1 post is as it was.");
  expect(titles(await staff.get("/staff/inbox"))).toEqual(["Broken thing", "First idea"]);
  expect(words(await staff.get("/staff/inbox/bulk?change=move:planned"))).toContain("Please choose something first");
});

test("a view keeps its filters under a name, for its owner until it is shared", async () => {
  const { ben, mona, ada } = await cast("ben", "mona", "ada");
  const [app, web] = [await addBoard("app"), await addBoard("web")];
  await post(ben, idea(app, { title: "First idea" }));
  await post(ben, idea(web, { title: "Web idea" }));
  const [staff, other] = [await signedIn(mona), await signedIn(ada)];
  const saved = await staff.submit("/staff/inbox/views?board=web", { name: "Web first" });
  expect(titles(saved)).toEqual(["Web idea"]);
  const all = await staff.get(saved.document.querySelector('a[href$="?chosen=all"]')?.getAttribute("href") ?? "");
  expect(titles(all)).toEqual(["Web idea"]);
  expect(all.document.querySelector("[aria-current]")).not.toBeNull();
  expect(all.document.querySelectorAll("[name=post]:checked")).toHaveLength(1);
  expect((await other.get("/staff/inbox/web-first")).status).toBe(404);
  expect((await other.post("/staff/inbox/views?board=app", { name: "Web first" })).location).toBe(
    "/staff/inbox/web-first-2",
  );
  expect((await staff.post("/staff/inbox/views", { name: "Bulk" })).location).toBe("/staff/inbox/bulk-2");
  const edit = saved.document.querySelector('a[href^="/staff/inbox/views/"]')?.getAttribute("href") ?? "";
  expect((await other.post(edit, { name: "Mine" })).status).toBe(404);
  await staff.submit(edit, { name: "Web", isShared: "on" });
  expect(titles(await other.get("/staff/inbox/web-first"))).toEqual(["Web idea"]);
  await staff.submit(`${edit}/delete`);
  expect((await staff.get("/staff/inbox/web-first")).status).toBe(404);
});
