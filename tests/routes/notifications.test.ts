import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { boards, deliveries, notifications, posts } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { addNote } from "~/models/feedback/notes/add-note.server";
import { deleteNote } from "~/models/feedback/notes/delete-note.server";
import { assignPost } from "~/models/feedback/posts/assign-post.server";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { useApp } from "../support/app";
import { type Page, signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

let people: Record<"ben" | "cleo" | "mona" | "gus", User>;
let boardId = 0;

beforeEach(async () => {
  people = await cast("ben", "cleo", "mona", "gus");
  boardId = await addBoard();
  await post(people.ben, idea(boardId));
  await runJobs();
});

async function comment(viewer: User, body: string, parentId?: string): Promise<string> {
  const id = uuid();
  await submitComment(db, { viewer, number: 1, id, body, parentId });
  await runJobs();
  return id;
}

const move = (to: string, from = "open", answer = "") =>
  movePost(db, { viewer: people.mona, number: 1, from: from as never, move: { to, answer } as never }).then(() =>
    runJobs(),
  );

const bell = ({ document }: Page) => document.querySelector("a[href='/me/notifications']");
const sentences = ({ document }: Page) =>
  [...document.querySelectorAll("main li")].map((item) => item.textContent?.replace(/[\u2068\u2069]/g, "").trim());

test("the bell counts what is unread, and the list says what happened, the latest first", async () => {
  await castVote(db, { viewer: people.cleo, number: 1 });
  const first = await comment(people.cleo, "Yes, please.");
  await comment(people.ben, "Thanks!", first);
  await comment(people.mona, "What do you think, @cleo?");
  await move("planned");
  const [author, voter] = [await signedIn(people.ben), await signedIn(people.cleo)];
  const page = await author.get("/me/notifications");
  expect(bell(page)?.getAttribute("aria-label")).toBe("3 unread notifications");
  expect(sentences(page)).toEqual([
    expect.stringMatching(/^Unread: Mona moved your post “Dark mode at night” to “Planned”\./),
    expect.stringMatching(/^Unread: Mona commented on your post “Dark mode at night”\./),
    expect.stringMatching(/^Unread: Cleo commented on your post “Dark mode at night”\./),
  ]);
  expect(sentences(await voter.get("/me/notifications"))).toEqual([
    expect.stringMatching(/^Unread: Mona moved “Dark mode at night”, which you voted for, to “Planned”\./),
    expect.stringMatching(/^Unread: Mona mentioned you on “Dark mode at night”\./),
    expect.stringMatching(/^Unread: Ben replied to you on “Dark mode at night”\./),
  ]);
});

test("a notification leads to what it tells of and is read then, for its reader alone", async () => {
  const id = await comment(people.cleo, "Yes, please.");
  const [author, other] = [await signedIn(people.ben), await signedIn(people.cleo)];
  const list = await author.get("/me/notifications");
  const path = list.document.querySelector("main li a")?.getAttribute("href") ?? "";
  expect((await other.get(path)).status).toBe(404);
  expect(bell(await author.get("/"))?.getAttribute("aria-label")).toBe("1 unread notification");
  expect((await author.get(path)).location).toBe(`/posts/1/dark-mode-at-night#comment-${id}`);
  const after = await author.get("/me/notifications");
  expect(bell(after)?.getAttribute("aria-label")).toBe("Notifications");
  expect(sentences(after)).toEqual([expect.stringMatching(/^Cleo commented/)]);
  expect((await author.get("/me/notifications/x")).status).toBe(404);
});

test("all are marked as read up to the newest that the page showed", async () => {
  await comment(people.cleo, "One");
  await comment(people.cleo, "Two");
  const visitor = await signedIn(people.ben);
  const latest = (await visitor.get("/me/notifications")).document
    .querySelector("button[name=latest]")
    ?.getAttribute("value");
  await comment(people.cleo, "Three");
  const page = await visitor.submit("/me/notifications", { latest: latest ?? "" });
  expect(page.document.querySelector("toast-region")?.textContent).toContain("All marked as read.");
  expect(bell(page)?.getAttribute("aria-label")).toBe("1 unread notification");
  expect(await db.select().from(notifications).where(eq(notifications.userId, people.cleo.id))).toEqual([]);
});

test("what may no longer be seen, is muted or is gone is neither listed nor counted", async () => {
  const visitor = await signedIn(people.ben);
  const shown = async () => {
    const page = await visitor.get("/me/notifications");
    return [sentences(page).length, bell(page)?.getAttribute("aria-label")];
  };
  const id = await comment(people.cleo, "Yes, please.");
  await move("planned");
  expect(await shown()).toEqual([2, "2 unread notifications"]);
  await deleteComment(db, { viewer: people.cleo, id });
  expect(await shown()).toEqual([1, "1 unread notification"]);
  await followPost(db, { viewer: people.ben, number: 1, level: "muted" });
  expect(await shown()).toEqual([0, "Notifications"]);
  await followPost(db, { viewer: people.ben, number: 1, level: "everything" });
  await db.update(boards).set({ visibility: "staff" });
  expect(await shown()).toEqual([0, "Notifications"]);
  await db.update(boards).set({ visibility: "public" });
  await db.update(posts).set({ deletedAt: new Date() });
  expect(await shown()).toEqual([0, "Notifications"]);
});

test("the list goes on on further pages, and the bell stops counting at a hundred", async () => {
  await comment(people.cleo, "One of many");
  for (let i = 0; i < 104; i++) {
    await submitComment(db, { viewer: people.cleo, number: 1, id: uuid(), body: `Comment ${i}` });
  }
  await runJobs();
  const visitor = await signedIn(people.ben);
  let page = await visitor.get("/me/notifications");
  expect(bell(page)?.getAttribute("aria-label")).toBe("99+ unread notifications");
  const seen = new Set<string>();
  for (let pages = 1; ; pages++) {
    for (const link of page.document.querySelectorAll("main li a")) seen.add(link.getAttribute("href") ?? "");
    const next = page.document.querySelector("a[rel=next]")?.getAttribute("href");
    if (!next) {
      expect([pages, seen.size]).toEqual([4, 105]);
      return;
    }
    page = await visitor.get(`/me/notifications${next}`);
  }
});

test("whoever has heard nothing yet is told how to hear something; visitors have no bell", async () => {
  expect(words(await (await signedIn(people.gus)).get("/me/notifications"))).toContain("Nothing new for you yet.");
  expect(bell(await new Visitor().get("/"))).toBeNull();
  expect((await new Visitor().get("/me/notifications")).location).toContain("/sign-in");
});

test("staff who watch a board are told of its new posts", async () => {
  const staff = await signedIn(people.gus);
  const form = await staff.get("/me/preferences");
  expect(form.document.querySelector("input[name=boardIds]")).not.toBeNull();
  const fields = {
    name: "Gus",
    handle: "gus",
    language: "en",
    timeZone: "UTC",
    mailPace: "off",
    digestHour: 8,
    digestDay: 1,
  };
  await staff.submit("/me/preferences", { ...fields, boardIds: [boardId] });
  await post(people.cleo, idea(boardId, { title: "Another idea" }));
  await runJobs();
  expect(sentences(await staff.get("/me/notifications"))).toEqual([
    expect.stringMatching(/^Unread: Cleo posted “Another idea” on the board app\./),
  ]);
});

test("colleagues hear in the app who gave them a post or mentioned them in a note; nobody else does, and no mail says so", async () => {
  const { ada } = await cast("ada");
  await db.delete(deliveries);
  const staff = await signedIn(ada);
  const told = async () =>
    [...(await staff.get("/me/notifications")).document.querySelectorAll("main li a")].map((one) =>
      one.textContent?.replace(/.*(?=\u2068Mona)/s, "").replaceAll(/[\u2068\u2069]/g, ""),
    );
  await assignPost(db, { viewer: people.mona, number: 1, assigneeId: ada.id });
  await runJobs({}, { twice: true });
  const id = uuid();
  const body = "Whom does it hurt, @ada? And what would @ben and @gus say?";
  await addNote(db, { viewer: people.mona, number: 1, id, body });
  await runJobs({}, { twice: true });
  expect(await told()).toEqual([
    expect.stringContaining("Mona mentioned you in a note on “Dark mode at night”."),
    expect.stringContaining("Mona assigned “Dark mode at night” to you."),
  ]);
  const mentioned = await db.select({ userId: notifications.userId }).from(notifications);
  expect(new Set(mentioned.map(({ userId }) => userId))).toEqual(new Set([ada.id]));
  expect(await db.select().from(deliveries)).toEqual([]);
  const link = (await staff.get("/me/notifications")).document.querySelector("main li a")?.getAttribute("href") ?? "";
  expect((await staff.get(link)).location).toBe("/posts/1/dark-mode-at-night#notes");
  await deleteNote(db, { viewer: people.mona, id });
  await assignPost(db, { viewer: people.mona, number: 1, assigneeId: null });
  expect(await told()).toEqual([]);
});
