import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { comments, notifications, users } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { useApp } from "../support/app";
import { signedIn, Visitor } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

let people: Record<"ben" | "cleo" | "dave" | "mona" | "gus", User>;
const page = "/posts/1/dark-mode-at-night";
const json = { Accept: "application/json" };

beforeEach(async () => {
  people = await cast("ben", "cleo", "dave", "mona", "gus");
  await post(people.ben, idea(await addBoard()));
  await submitComment(db, { viewer: people.dave, number: 1, id: uuid(), body: "Me too" });
});

const offered = (visitor: Visitor, path: string) =>
  visitor
    .get(path)
    .then(({ document }) =>
      [...document.querySelectorAll("mention-picker input")].map((box) => box.getAttribute("value")),
    );

const found = async (visitor: Visitor, query: string) =>
  (JSON.parse((await visitor.get(`/people?${query}`, json)).html) as { handle: string }[]).map(({ handle }) => handle);

test("without JavaScript the people on the post are there to tick, on the comment's form and on a reply's", async () => {
  const gone = uuid();
  await submitComment(db, { viewer: people.gus, number: 1, id: gone, body: "Never mind" });
  await deleteComment(db, { viewer: people.gus, id: gone });
  const visitor = await signedIn(people.cleo);
  expect(await offered(visitor, page)).toEqual(["ben", "dave"]);
  const [first] = await db.select().from(comments).where(eq(comments.authorId, people.dave.id));
  expect(await offered(visitor, `/posts/1/comments?reply=${first?.id}`)).toEqual(["ben", "dave"]);
  expect(await offered(await signedIn(people.ben), page)).toEqual(["dave"]);
});

test("whoever is ticked stands at the beginning of the comment and is told", async () => {
  const visitor = await signedIn(people.cleo);
  const id = uuid();
  const after = await visitor.submit("/posts/1/comments", { id, body: "As @dave says.", mentions: ["ben", "dave"] });
  expect(after.document.querySelector(`[id='comment-${id}'] .prose`)?.textContent?.trim()).toBe("@ben As @dave says.");
  expect(after.document.querySelectorAll(`[id='comment-${id}'] .mention`)).toHaveLength(2);
  await runJobs();
  const told = await db.select({ userId: notifications.userId, reason: notifications.reason }).from(notifications);
  expect(told).toContainEqual({ userId: people.dave.id, reason: "mentioned" });
});

test("a refused comment keeps its ticks", async () => {
  const visitor = await signedIn(people.cleo);
  const refused = await visitor.post("/posts/1/comments", { id: uuid(), body: " ", mentions: ["ben"] });
  expect(refused.status).toBe(422);
  const ticked = [...refused.document.querySelectorAll("input[name=mentions][checked]")];
  expect(ticked.map((box) => box.getAttribute("value"))).toEqual(["ben"]);
});

test("people are found by the beginning of handle or name, those on the post first", async () => {
  const visitor = await signedIn(people.cleo);
  await db.update(users).set({ name: "Gustavo Dalmonte", handle: "gustavo" }).where(eq(users.id, people.gus.id));
  expect(await found(visitor, "q=&post=1")).toEqual(["ben", "dave"]);
  expect(await found(visitor, "q=da&post=1")).toEqual(["dave", "gustavo"]);
  expect(await found(visitor, "q=da")).toEqual(["dave", "gustavo"]);
  expect(await found(visitor, "q=GUST")).toEqual(["gustavo"]);
  expect(await found(visitor, "q=mo&post=99")).toEqual(["mona"]);
  for (const query of ["q=", "q=g", "q=cleo", "q=%25", "q=__", "q=example.com&post=x"]) {
    expect(await found(visitor, query), query).toEqual([]);
  }
});

test("never more than eight are found, and no address is among what is said of them", async () => {
  const crowd = Array.from({ length: 12 }, (_, i) => ({
    id: uuid(),
    name: `Sam ${i}`,
    handle: `sam-${i}`,
    email: `sam${i}@example.com`,
  }));
  await db.insert(users).values(crowd);
  const visitor = await signedIn(people.cleo);
  const answer = await visitor.get("/people?q=sam&post=1", json);
  const all = JSON.parse(answer.html) as object[];
  expect(all).toHaveLength(8);
  expect(Object.keys(all[0] ?? {}).sort()).toEqual(["handle", "name"]);
  expect(answer.html).not.toContain("example.com");
});

test("the people on a post that the viewer may not see are not told", async () => {
  await post(people.mona, idea(await addBoard("secret", "staff")));
  expect(await found(await signedIn(people.cleo), "q=&post=2")).toEqual([]);
});

test("only people who are signed in may look for others, and not without end", async () => {
  expect((await new Visitor().get("/people?q=ben", json)).status).toBe(401);
  const visitor = await signedIn(people.dave);
  const answers = await Promise.all(Array.from({ length: 310 }, () => visitor.get("/people?q=", json)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
}, 60_000);
