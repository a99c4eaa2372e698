import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { boards, events, follows, notifications, posts, users } from "#db/schema";
import type { MailScope } from "#db/schema/telling/deliveries";
import type { User } from "~/models/core/users/viewer";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { castVote, withdrawVote } from "~/models/feedback/posts/vote-for-post.server";
import { keepMailTokens, mailTokenFor } from "~/models/telling/deliveries/tokens.server";
import { logged, origin, secret, useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

let people: Record<"ben" | "cleo" | "mona", User>;

beforeEach(async () => {
  people = await cast("ben", "cleo", "mona");
  await post(people.ben, idea(await addBoard()));
  await castVote(db, { viewer: people.cleo, number: 1 });
});

const postId = async (number = 1) =>
  (await db.select({ id: posts.id }).from(posts).where(eq(posts.number, number)))[0]?.id ?? "";

/** The address of a link as a mail to Cleo has it. */
async function linkOf(scope: MailScope, number = 1): Promise<string> {
  const about = { deliveryId: uuid(), scope, postId: scope === "unsubscribe" ? undefined : await postId(number) };
  const token = mailTokenFor(secret, about);
  await keepMailTokens(db, [{ token, scope, userId: people.cleo.id, postId: about.postId ?? null }]);
  return `/${scope === "solved" ? "solved" : "unsubscribe"}/${token}`;
}

const paceOf = async ({ id }: User) =>
  (await db.select({ pace: users.mailPace }).from(users).where(eq(users.id, id)))[0]?.pace;

const levelOf = async ({ id }: User, number = 1) => {
  const key = and(eq(follows.userId, id), eq(follows.postId, await postId(number)));
  return (await db.select({ level: follows.level }).from(follows).where(key))[0]?.level;
};

const followers = async (number = 1) =>
  (await db.select({ count: posts.followerCount }).from(posts).where(eq(posts.number, number)))[0]?.count;

const happened = async (type: string) => (await db.select().from(events).where(eq(events.type, type))).length;

/** As a mail program does it: no cookies, no referrer, perhaps from a site of its own. */
const oneClick = (path: string, body: BodyInit = "List-Unsubscribe=One-Click", headers: Record<string, string> = {}) =>
  fetch(new URL(path, origin()), { method: "POST", body, headers, redirect: "manual" });

const urlencoded = { "Content-Type": "application/x-www-form-urlencoded" };
const multipart = new FormData();
multipart.set("List-Unsubscribe", "One-Click");

test.each([
  ["urlencoded", "List-Unsubscribe=One-Click", urlencoded],
  ["multipart", multipart, {}],
  ["as something else", "x", { "Content-Type": "text/plain" }],
  ["empty", "", {}],
  [
    "from a mail page",
    "List-Unsubscribe=One-Click",
    { ...urlencoded, Origin: "https://mail.example", "Sec-Fetch-Site": "cross-site" },
  ],
])(
  "one click, %s, stops the mail without cookies, session or redirect, and again changes nothing",
  async (_how, body, headers) => {
    const path = await linkOf("unsubscribe");
    for (let i = 0; i < 3; i++) {
      const response = await oneClick(path, body, headers as Record<string, string>);
      expect([response.status, response.headers.get("Location"), response.headers.getSetCookie()]).toEqual([
        200,
        null,
        [],
      ]);
    }
    expect(await paceOf(people.cleo)).toBe("off");
    expect(await paceOf(people.ben)).toBe("bundled");
    expect(await happened("user.unsubscribed")).toBe(1);
  },
);

test("mail programs that press the button three times at once stop the mail once", async () => {
  const path = await linkOf("unsubscribe");
  await Promise.all([1, 2, 3].map(() => oneClick(path)));
  expect(await happened("user.unsubscribed")).toBe(1);
});

test("only the very address of the button is outside the check of origins", async () => {
  const path = await linkOf("unsubscribe");
  const foreign = { ...urlencoded, Origin: "https://evil.example" };
  for (const other of [
    `${path}/undo`,
    "/unsubscribe",
    `/unsubscribe/x/../../posts/1/vote`,
    "/posts/1/vote",
    "/solved/x",
  ]) {
    expect((await oneClick(other, "vote=on", foreign)).status, other).toBe(403);
  }
});

test.each(["unsubscribe", "mute"] as const)("looking at the page of a link to %s changes nothing", async (scope) => {
  const path = await linkOf(scope);
  const visitor = new Visitor();
  const page = await visitor.get(path);
  expect(page.status).toBe(200);
  expect(page.document.querySelector(`form[action='${path}'] button`)).not.toBeNull();
  await fetch(new URL(path, origin()), { method: "HEAD" });
  expect([await paceOf(people.cleo), await levelOf(people.cleo)]).toEqual(["bundled", "milestones"]);
  expect([...visitor.cookies.keys()]).toEqual([]);
});

test("a link to mute mutes that post for its reader, whoever is signed in, and voting again changes nothing", async () => {
  const path = await linkOf("mute");
  const visitor = await signedIn(people.ben);
  const page = await visitor.post(path);
  expect(words(page)).toContain("The post is muted, Cleo.");
  expect(words(page)).toContain("Dark mode at night");
  expect([await levelOf(people.cleo), await levelOf(people.ben), await followers()]).toEqual([
    "muted",
    "everything",
    1,
  ]);
  await withdrawVote(db, { viewer: people.cleo, number: 1 });
  await castVote(db, { viewer: people.cleo, number: 1 });
  await movePost(db, { viewer: people.mona, number: 1, from: "open", move: { to: "planned", answer: "" } });
  await runJobs();
  const told = await db.select({ userId: notifications.userId }).from(notifications);
  expect(told).toEqual([{ userId: people.ben.id }]);
});

test("what a link did is taken back by one button, to how it was before", async () => {
  await db.update(users).set({ mailPace: "weekly" });
  await db.update(follows).set({ level: "everything" });
  for (const scope of ["unsubscribe", "mute"] as const) {
    const path = await linkOf(scope);
    const visitor = new Visitor();
    const done = await visitor.post(path);
    const undo = done.document.querySelector(`form[action='${path}/undo']`);
    const fields = [...(undo?.querySelectorAll("input") ?? [])].map(({ name, value }) => [name, value]);
    const back = await visitor.submit(`${path}/undo`, Object.fromEntries(fields));
    expect(back.document.querySelector("toast-region")?.textContent).toContain("You hear from us again.");
  }
  expect([await paceOf(people.cleo), await levelOf(people.cleo), await followers()]).toEqual([
    "weekly",
    "everything",
    2,
  ]);
});

test("a link whose post was merged meanwhile mutes the original as well", async () => {
  const path = await linkOf("mute");
  const { id: boardId } = (await db.select().from(boards))[0] ?? { id: 0 };
  await post(people.ben, idea(boardId, { title: "The original" }));
  await castVote(db, { viewer: people.cleo, number: 2 });
  await db
    .update(posts)
    .set({ mergedInto: await postId(2) })
    .where(eq(posts.number, 1));
  await oneClick(path);
  expect([await levelOf(people.cleo), await levelOf(people.cleo, 2), await followers(2)]).toEqual([
    "muted",
    "muted",
    1,
  ]);
});

test("mail that is waiting is called off, and one that is queued is not sent", async () => {
  await db.update(users).set({ mailPace: "daily" });
  await submitComment(db, { viewer: people.cleo, number: 1, id: uuid(), body: "Hello" });
  await runJobs();
  const ben = eq(notifications.userId, people.ben.id);
  const forms = () => db.select({ form: notifications.mailForm }).from(notifications).where(ben);
  expect(await forms()).toEqual([{ form: "digest" }]);
  const token = mailTokenFor(secret, { deliveryId: uuid(), scope: "unsubscribe" });
  await keepMailTokens(db, [{ token, scope: "unsubscribe", userId: people.ben.id, postId: null }]);
  await oneClick(`/unsubscribe/${token}`);
  expect(await forms()).toEqual([{ form: null }]);
});

test("a link that is not known, or is for something else, says that there is nothing to do, and does nothing", async () => {
  const solved = (await linkOf("solved")).replace("/solved/", "/unsubscribe/");
  for (const path of ["/unsubscribe/x", `/unsubscribe/${"y".repeat(43)}`, solved]) {
    for (const page of [await new Visitor().get(path), await new Visitor().post(path)]) {
      expect(page.status).toBe(200);
      expect(words(page)).toContain("There is nothing to do here");
      expect(page.html).not.toContain("Cleo");
    }
  }
  expect([await paceOf(people.cleo), await levelOf(people.cleo)]).toEqual(["bundled", "milestones"]);
});

test("a link signs nobody in, shows no address, and its token is in no log", async () => {
  const path = await linkOf("unsubscribe");
  const visitor = new Visitor();
  const page = await visitor.post(path);
  expect(page.html).not.toContain("@example.com");
  expect((await visitor.get("/me")).location).toContain("/sign-in");
  expect(JSON.stringify(logged)).not.toContain(path.split("/")[2]);
});

test("the title of a post that its reader may no longer see is not shown, and muting it still works", async () => {
  const path = await linkOf("mute");
  await db.update(boards).set({ visibility: "staff" });
  const page = await new Visitor().post(path);
  expect(words(page)).not.toContain("Dark mode at night");
  expect(await levelOf(people.cleo)).toBe("muted");
});

test.each([
  ["de", "Beitrag stummschalten", "ltr"],
  ["ar", "اكتم المشاركة", "rtl"],
])("the page speaks %s", async (lang, button, direction) => {
  const page = await new Visitor().get(`${await linkOf("mute")}?lang=${lang}`);
  expect(words(page)).toContain(button);
  expect(page.document.documentElement.dir).toBe(direction);
});
