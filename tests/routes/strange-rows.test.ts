import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import type { User } from "~/models/core/users/viewer";
import { publishEntry } from "~/models/feedback/changelog/publish-entry.server";
import { createEntry } from "~/models/feedback/changelog/write-entry.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { addNote } from "~/models/feedback/notes/add-note.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { useApp } from "../support/app";
import { addArticle } from "../support/articles";
import { signedIn, Visitor } from "../support/browser";
import { addBoard, addRoadmap, addTag, bug, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

let people: Record<"ben" | "cleo" | "mona" | "ada", User>;

/** What no form lets in, and what the database holds all the same. */
const bad = {
  "a title that is cut within a character": `a${"\u{20BB7}".repeat(40)}`,
  "a title in letters beyond the first plane": "\u{1E900}\u{1E922}\u{1E923} ".repeat(20),
  "an emoji of many parts at every place": `${"x".repeat(57)}${"👩‍👩‍👧‍👦🇩🇪".repeat(20)}`,
  "an empty title": "",
  "marks alone": "\u0301".repeat(500),
  "controls and directions": "\u0001\u001B\u202E\u2028\uFFFE\uFEFF",
  "HTML without an end": '<b title="<!-- <img src="',
  "a text without an end": `${"`<[".repeat(10_000)}`,
};

beforeEach(async () => {
  people = await cast("ben", "cleo", "mona", "ada");
  const { ben, cleo, mona } = people;
  const board = await addBoard();
  await addTag("tag");
  await addRoadmap();
  await post(ben, idea(board, { title: "A good one", body: "Its words." }));
  await post(ben, bug(board, { title: "A good bug" }));
  for (const number of [1, 2]) {
    await castVote(db, { viewer: cleo, number });
    await submitComment(db, { viewer: cleo, number, id: uuid(), body: "Yes, @ben." });
    await addNote(db, { viewer: mona, number, id: uuid(), body: "For us." });
  }
  const entry = { title: "What came", body: "New.", labelIds: [], postNumbers: [] };
  await movePost(db, { viewer: mona, number: 1, from: "open", move: { to: "planned", answer: "Soon." } });
  const { number } = await createEntry(db, { viewer: mona, id: uuid(), draft: entry });
  await addArticle(mona, { body: "## How\n\nSo." });
  await publishEntry(db, { viewer: mona, number, tellsSubscribers: true, sayAnswer: ({ title }) => `See ${title}.` });
});

const paths = {
  visitor: [
    "/",
    "/?sort=new&status=all",
    "/posts/1",
    "/posts/2",
    "/posts/1/history",
    "/search?q=good",
    "/search?q=yes",
  ].concat([
    "/roadmap",
    "/changelog",
    "/changelog/1",
    ...["/help", "/help/getting-started", "/help/articles/1"],
    "/feed.atom",
    "/feed.json",
    "/posts/1/feed.atom",
    "/changelog/feed.atom",
  ]),
  ben: ["/me", "/me/votes", "/me/follows", "/me/notifications", "/posts/1/edit", "/me/data"],
  mona: [
    "/staff/inbox",
    "/staff/inbox?status=planned",
    "/staff/requests",
    "/staff/changelog",
    "/staff/mail",
    "/staff/mine",
    ...["/staff/help", "/staff/help/1"],
    "/posts/1/merge?into=2",
    "/posts/1/move",
  ],
};

/** Each page that shows them, as it is asked for in the browser; those that lead elsewhere are followed. */
async function statuses(): Promise<string[]> {
  const lookers = { visitor: new Visitor(), ben: await signedIn(people.ben), mona: await signedIn(people.mona) };
  const wrong: string[] = [];
  for (const [name, some] of Object.entries(paths)) {
    for (const path of some) {
      const looker = lookers[name as keyof typeof lookers];
      const first = await looker.get(path);
      const { status } = first.location ? await looker.get(first.location) : first;
      if (status >= 500) wrong.push(`${path}: ${status}`);
    }
  }
  return wrong;
}

test.each(Object.entries(bad))(
  "%s takes down no page that shows it",
  async (_, text) => {
    await db.execute(sql`update posts set title = ${text}, excerpt = ${text}, body_html = ${text}`);
    await db.execute(sql`update comments set body_html = ${text}`);
    await db.execute(sql`update notes set body_html = ${text}`);
    await db.execute(sql`update entries set title = ${text}, excerpt = ${text}, body_html = ${text}`);
    await db.execute(
      sql`update article_texts set title = ${text}, excerpt = ${text}, slug = left(${text}, 60), body_html = ${text}`,
    );
    await db.execute(sql`update moves set answer_html = ${text}, release = ${text}`);
    await db.execute(sql`update bug_details set steps_html = ${text}, version = ${text}`);
    await db.execute(sql`update users set name = ${text}`);
    await db.execute(sql`update boards set name = ${text}`);
    await db.execute(sql`update tags set name = ${text}`);
    expect(await statuses()).toEqual([]);
    await runJobs();
    const mails = await db.execute(sql`select status, count(*)::int as count from deliveries group by status`);
    expect(JSON.stringify(mails)).not.toMatch(/failed|abandoned/);
  },
  60_000,
);
