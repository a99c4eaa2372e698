import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { rows } from "#db/client.server";
import { renderAgain } from "~/jobs/render-again.server";
import type { Tools } from "~/jobs/tools.server";
import { createLog } from "~/log.server";
import { htmlVersion, noticePlainTexts } from "~/models/core/text/markdown.server";
import type { User } from "~/models/core/users/viewer";
import { createEntry } from "~/models/feedback/changelog/write-entry.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { addNote } from "~/models/feedback/notes/add-note.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { addArticle } from "../support/articles";
import { addBoard, bug, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();

let people: Record<"ben" | "cleo" | "mona", User>;

beforeEach(async () => {
  people = await cast("ben", "cleo", "mona");
});

const job = () => renderAgain({ db, log: createLog("silent") } as Tools);

const tables = {
  posts: "body",
  comments: "body",
  notes: "body",
  entries: "body",
  moves: "answer",
  article_texts: "body",
};

async function stored(): Promise<Record<string, { html: string; version: number }[]>> {
  const found = Object.entries(tables).map(async ([table, text]) => {
    const of = sql.raw(`select ${text}_html as html, html_version as version from ${table} order by 1`);
    return [table, await rows<{ html: string; version: number }>(db, of)] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

test("what older rules made is made anew, wherever HTML is kept, and then left alone", async () => {
  const { ben, cleo, mona } = people;
  const board = await addBoard();
  await post(ben, idea(board, { body: "**Dark**" }));
  await post(ben, bug(board, { body: "", steps: "**Open** it" }));
  await submitComment(db, { viewer: cleo, number: 1, id: uuid(), body: "**Me** too" });
  await addNote(db, { viewer: mona, number: 1, id: uuid(), body: "**Soon**" });
  await movePost(db, { viewer: mona, number: 1, from: "open", move: { to: "planned", answer: "**Yes**" } });
  const draft = { title: "New", body: "**Here**", labelIds: [], postNumbers: [] };
  await createEntry(db, { viewer: mona, id: uuid(), draft });
  await addArticle(mona, { body: "**So**" });
  const right = await stored();
  for (const some of Object.values(right)) expect(some.map(({ version }) => version)).not.toContain(0);
  for (const [table, text] of Object.entries(tables))
    await db.execute(sql.raw(`update ${table} set ${text}_html = '<img src="/?lang=ar">', html_version = 2`));
  await db.execute(sql`update bug_details set steps_html = 'old'`);
  await db.execute(sql`update posts set excerpt = 'old'`);
  await job();
  expect(await stored()).toEqual(right);
  expect(await rows(db, sql`select steps_html from bug_details`)).toEqual([
    { steps_html: "<p><strong>Open</strong> it</p>\n" },
  ]);
  expect(await rows(db, sql`select excerpt from posts order by number`)).toEqual([
    { excerpt: "Dark" },
    { excerpt: "It closes" },
  ]);
});

test("a text that takes too long stays plain, is said to be, and is tried three times in all by each set of rules", async () => {
  const faults: number[] = [];
  noticePlainTexts(({ length }) => faults.push(length));
  const body = `${">".repeat(20_000)} **deep**`;
  await post(people.ben, idea(await addBoard(), { body }));
  expect((await stored()).posts?.[0]?.version).toBe(0);
  expect((await stored()).posts?.[0]?.html).toContain("**deep**");
  // The first tries it at once and comes back to it, as do later ones.
  for (let i = 0; i < 3; i += 1) await job();
  expect((await stored()).posts?.[0]?.version).toBe(-htmlVersion * 10 - 3);
  expect(faults).toEqual(Array(4).fill(body.length));
  await job();
  expect(faults).toHaveLength(4);
  // Newer rules try again what older ones could not do.
  await db.execute(
    sql`update posts set html_version = ${-(htmlVersion - 1) * 10 - 3}::int, body_markdown = '**fine**'`,
  );
  await job();
  expect((await stored()).posts).toEqual([{ html: "<p><strong>fine</strong></p>\n", version: htmlVersion }]);
  noticePlainTexts(() => {});
}, 60_000);

test("slow texts of others make nobody's plain, however long one waits behind them", async () => {
  const board = await addBoard();
  // Together they take twice as long as a text may.
  const slow = [people.cleo, people.mona].map((person) =>
    post(person, idea(board, { title: "Slow", body: ">".repeat(20_000) })),
  );
  await post(people.ben, idea(board, { title: "Mine", body: "**bold** and [a link](https://example.com)" }));
  const found = await rows<{ html: string }>(db, sql`select body_html as html from posts where title = 'Mine'`);
  expect(found[0]?.html).toContain("<strong>bold</strong> and <a ");
  await Promise.all(slow);
}, 60_000);
