import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { rows } from "#db/client.server";
import { follows, posts, users, votes } from "#db/schema";
import { undoImport } from "~/models/admin/imports/undo-import.server";
import type { User } from "~/models/core/users/viewer";
import { everyPost } from "~/models/feedback/posts/list-filter";
import { listPosts } from "~/models/feedback/posts/list-posts.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";
import { castVote, withdrawVote } from "~/models/feedback/posts/vote-for-post.server";
import { refreshFigures } from "~/models/insights/figures/refresh-figures.server";
import { useApp } from "../../../support/app";
import { Visitor, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { importInto } from "../../../support/import-command";
import { useTemporaryFolder } from "../../../support/temporary-folder";

useDatabase();
useApp();
const folder = useTemporaryFolder();
const run = importInto(folder);

let people: Record<"ben" | "milo", User>;

beforeEach(async () => {
  people = await cast("ben", "milo");
});

const csv = `Title,Author Email,Votes,Effort
Dark mode,ines@example.com,120,3
Print,jo@example.com,"1,205",5
Quiet one,kim@example.com,0,1
Nobody's,,7,1
`;

const bring = async (content = csv, name = "old.csv", ...more: string[]) =>
  run(await folder.write(content, name), ...more);

const counts = () =>
  db
    .select({ votes: posts.voteCount, imported: posts.importedVotes, followers: posts.followerCount })
    .from(posts)
    .where(sql`deleted_at is null`)
    .orderBy(asc(posts.number));

test("a number of votes is kept, with the author's vote in it as the author's own", async () => {
  const said = await bring();
  expect(said).toContain("votes    from “Votes”");
  expect(said).toContain("ignored  “Effort”");
  expect(said).toContain("1,330 votes of which only the number is known: imported votes");
  expect(await counts()).toEqual([
    { votes: 120, imported: 119, followers: 1 },
    { votes: 1205, imported: 1204, followers: 1 },
    { votes: 0, imported: 0, followers: 1 },
    { votes: 7, imported: 7, followers: 0 },
  ]);
  const voted = await db.select({ email: users.email }).from(votes).innerJoin(users, eq(users.id, votes.userId));
  expect(voted.map(({ email }) => email).sort()).toEqual(["ines@example.com", "jo@example.com"]);
  expect(await db.$count(follows, eq(follows.level, "everything"))).toBe(3);
  expect(await bring()).toContain("0 imported, 4 already here");
  expect((await counts())[0]).toEqual({ votes: 120, imported: 119, followers: 1 });
});

test("without a number, authors who are known vote for what they posted", async () => {
  await bring("Title,Author\nDark mode,Ines\nNobody's,\n");
  expect(await counts()).toEqual([
    { votes: 1, imported: 0, followers: 1 },
    { votes: 0, imported: 0, followers: 0 },
  ]);
});

test("what is no number of votes is left out and said, and refuses nothing", async () => {
  const said = await bring("Title,Score\nDark mode,36.88\nPrint,12\nPdf,-3\n");
  expect(said).toContain("2 rows: the number of votes is none and is left out, such as “36.88”");
  expect((await counts()).map(({ votes }) => votes)).toEqual([0, 12, 0]);
});

test("imported votes count in the order, the score and on the page, where they are said to be imported", async () => {
  await bring();
  const { posts: top } = await listPosts(db, null, { ...everyPost, sort: "top" });
  expect(top.map(({ number, voteCount }) => [number, voteCount])).toEqual([
    [2, 1205],
    [1, 120],
    [4, 7],
    [3, 0],
  ]);
  const { posts: trending } = await listPosts(db, null, { ...everyPost, sort: "trending" });
  expect(trending[0]?.number).toBe(2);
  await refreshFigures(db);
  const [figures] = await rows(db, sql`select votes, score > 0 as counts from post_figures where number = 1`);
  expect(figures).toEqual({ votes: 120, counts: true });
  const visitor = new Visitor();
  expect(words(await visitor.get("/posts/1/dark-mode"))).toContain("120 votes, 119 of them imported");
  expect(words(await visitor.get("/posts/3/quiet-one"))).not.toContain("imported");
});

test("votes come and go beside them, a merge lends them, and an unmerge and an undo give them back", async () => {
  const id = /This import is (\S+)\./.exec(await bring())?.[1] ?? "";
  expect((await castVote(db, { viewer: people.ben, number: 1 })).voteCount).toBe(121);
  await mergePosts(db, { viewer: people.milo, number: 1, into: 2 });
  expect((await counts())[1]?.votes).toBe(1205 + 121);
  expect(words(await new Visitor().get("/posts/2/print"))).toContain("1,326 votes, 1,323 of them imported");
  await unmergePost(db, { viewer: people.milo, number: 1 });
  expect((await counts()).map(({ votes }) => votes)).toEqual([121, 1205, 0, 7]);
  expect((await withdrawVote(db, { viewer: people.ben, number: 1 })).voteCount).toBe(120);
  await undoImport(db, { id });
  // Two of them have been merged, voted for and set free again: those stay, with all that came with them.
  expect((await counts()).every(({ votes }) => votes === 120 || votes === 1205)).toBe(true);
  expect(await db.$count(posts, sql`deleted_at is not null and (vote_count > 0 or imported_votes > 0)`)).toBe(0);
});

test("votes of a portal that lists some who voted are theirs, and only the rest is a number", async () => {
  const answers = JSON.stringify({
    posts: [
      {
        id: "a",
        title: "Dark mode",
        details: "",
        score: 10,
        author: { name: "Ines" },
        created: "2024-01-01T00:00:00Z",
      },
    ],
    votes: [{ id: "v", post: { id: "a" }, voter: { name: "Jo" } }],
  });
  await bring(answers, "canny.json");
  expect(await counts()).toEqual([{ votes: 10, imported: 9, followers: 1 }]);
});
