import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { boards, follows, merges, moves, posts, tags, users, votes } from "#db/schema";
import { cannyPages } from "../support/canny-pages";
import { db, useDatabase } from "../support/database";
import { importInto } from "../support/import-command";
import { importedComments, importedPosts } from "../support/imported";
import { useTemporaryFolder } from "../support/temporary-folder";
import { zip } from "../support/zip";

useDatabase();
const folder = useTemporaryFolder();
const run = importInto(folder);

const packed = (pages: Record<string, object> = cannyPages) =>
  folder.write(
    zip(Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, JSON.stringify(page)]))),
    "canny.zip",
  );

test("pages of the API arrive with merges, votes, replies and the answer, whichever comes first", async () => {
  const said = await run(await packed());
  expect(said).toContain("posts of Canny");
  expect(said).toContain("3 imported, 0 already here, 1 refused.");
  expect(said).toContain("With them 2 votes, 3 comments, 1 official answer, 1 duplicate.");
  expect(said).toContain("3 votes of which only the number is known: imported votes");
  expect(said).toContain("it is on a private board, and would be public here");
  expect(await importedPosts()).toEqual([
    { number: 1, title: "Wish p1", status: "in_progress", votes: 5, comments: 3, author: "Ines" },
    { number: 2, title: "Old wish", status: "open", votes: 0, comments: 0, author: "canny" },
    { number: 3, title: "Wish p2", status: "shipped", votes: 0, comments: 0, author: "canny" },
  ]);
  const [original, duplicate] = await db.select().from(posts).orderBy(asc(posts.number));
  expect(duplicate?.mergedInto).toBe(original?.id);
  const [merge] = await db.select().from(merges);
  expect(merge?.createdAt).toEqual(new Date("2023-06-04T10:00:00Z"));
  const [vote] = await db.select().from(votes);
  expect(vote?.createdAt).toEqual(new Date("2023-06-03T10:00:00Z"));
  const [answer, ...others] = await db.select().from(moves);
  expect(answer).toMatchObject({ to: "in_progress", answerMarkdown: "We are at it." });
  expect(answer?.createdAt).toEqual(new Date("2023-06-09T10:00:00Z"));
  expect(others).toEqual([]);
  expect((await db.select({ name: tags.name }).from(tags)).map(({ name }) => name).sort()).toEqual([
    "Printing",
    "paper",
  ]);
  expect(await db.select({ name: boards.name }).from(boards)).toEqual([{ name: "Ideas" }]);
  expect(await db.$count(follows)).toBe(1);
});

test("what only the team saw never comes, nor does who owned a post", async () => {
  const said = await run(await packed());
  expect(said).toContain("3 comments that not everybody could see there: left out");
  expect(await importedComments()).toEqual([
    ["I reply to the reply.", "Kim", "Me too."],
    ["I reply.", "Kim", "Me too."],
    ["Me too.", "Ines"],
  ]);
  expect(await db.$count(users, eq(users.email, "owner@example.com"))).toBe(0);
});

test("the same again adds nothing, whether in a folder, in one file or one after the other", async () => {
  await run(await packed());
  const open = path.join(folder.path, "pages");
  for (const [name, page] of Object.entries(cannyPages)) {
    await mkdir(path.dirname(path.join(open, name)), { recursive: true });
    await writeFile(path.join(open, name), JSON.stringify(page));
  }
  const pages = Object.values(cannyPages);
  const lists = JSON.stringify(pages);
  const concatenated = pages.map((page) => JSON.stringify(page, null, 2)).join("\n");
  for (const file of [open, await folder.write(lists, "all.json"), await folder.write(concatenated, "cat.json")]) {
    const said = await run(file);
    expect(said).toContain("0 imported, 3 already here, 1 refused.");
    expect(said).toContain("with     2 votes, 3 comments, 1 official answer, 1 duplicate");
    expect(said).not.toContain("With them");
  }
});

test("a page that breaks off keeps what came before, and the pages after it", async () => {
  const broken = '{"posts":[{"id":"a","title":"Good","details":""},{"id":"b","ti';
  const other = JSON.stringify({ posts: [{ id: "c", title: "Good, too", details: "" }] });
  const said = await run(await folder.write(zip({ "1.json": broken, "2.json": other }), "broken.zip"));
  expect(said).toContain("2 imported, 0 already here, 1 refused.");
});

test("a table with a row for each who voted brings each post once, with its votes", async () => {
  const table = [
    "Post Title,Details,Status,Board,Author Name,Author Email,Post Created,Voter Name,Voter Email,Voted At",
    "Dark mode,My eyes,in progress,Ideas,Ines,ines@example.com,2023-04-01,Ines,ines@example.com,2023-04-01",
    "Dark mode,My eyes,in progress,Ideas,Ines,ines@example.com,2023-04-01,Kim,kim@example.com,2023-04-02",
    "Export,,complete,Ideas,Jo,,2023-04-03,,,",
  ].join("\n");
  const file = await folder.write(table, "voters.csv");
  const said = await run(file);
  expect(said).toContain("2 imported, 0 already here, 0 refused.");
  expect(said).toContain("With them 2 votes.");
  expect((await importedPosts()).map(({ title, status, votes }) => [title, status, votes])).toEqual([
    ["Dark mode", "in_progress", 2],
    ["Export", "shipped", 0],
  ]);
  const dates = await db.select({ at: votes.createdAt }).from(votes).orderBy(asc(votes.createdAt));
  expect(dates.at(-1)?.at).toEqual(new Date("2023-04-02T00:00:00Z"));
  expect(await run(file)).toContain("0 imported, 2 already here");
});

test("a table of posts alone is read by what its columns are called", async () => {
  const table =
    "Post Title,Post Details,Post Status,Board Name,Created By,Post Created,Score\nDark mode,Eyes,planned,Ideas,Ines,2023-04-01,7\n";
  const said = await run(await folder.write(table, "canny-posts.csv"), "--format", "canny");
  expect(said).toContain("1 imported, 0 already here, 0 refused.");
  expect(await importedPosts()).toMatchObject([{ title: "Dark mode", status: "planned", author: "Ines" }]);
});
