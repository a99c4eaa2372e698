import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { posts } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { changeBoard } from "~/models/feedback/posts/change-board.server";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { findSimilarPosts } from "~/models/feedback/posts/find-similar-posts.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { addBoard, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

let ben: User;
let mona: User;
let board: number;

beforeEach(async () => {
  ({ ben, mona } = await cast("ben", "mona"));
  board = await addBoard();
});

const find = (title: string, text = "", viewer = ben) => findSimilarPosts(db, viewer, { title, text, limit: 5 });

const numbers = async (...question: Parameters<typeof find>) => (await find(...question)).map(({ number }) => number);

async function postTitled(...titles: string[]): Promise<void> {
  for (const title of titles) await post(ben, idea(board, { title, body: "I want it." }));
}

test("rare words count for more than common ones, and neither case nor ending matters", async () => {
  await postTitled("A list that scrolls", "A list that turns", "Exports as lists", "Printing a list");
  expect(await numbers("A LIST | that & (EXPORTED")).toEqual([3, 1, 2, 4]);
  expect(await numbers("Exporting")).toEqual([3]);
});

test("the title counts for more than the text, and the text finds what the title does not say", async () => {
  await post(ben, idea(board, { title: "Colours", body: "The screen glares at midnight." }));
  await post(ben, idea(board, { title: "Midnight screen", body: "Other colours." }));
  expect(await numbers("Midnight screen")).toEqual([2, 1]);
  expect(await numbers("It hurts", "My screen glares")).toEqual([1, 2]);
});

test.each([
  ["NameNode restarts", "name node does not start again"],
  ["It says ERR_SSL_PROTOCOL", "err ssl"],
  ["Upgrade jackson-databind", "jackson databind is old"],
  ["java.lang.NullPointerException when saving", "nullpointerexception"],
  ["The namenode stops", "NameNode"],
  ["Größere Schaltflächen", "grossere schaltflachen"],
  ["Zu viele Benachrichtigungen", "Benachrichtigung"],
  ["الوضع الداكن ليلًا", "وضع داكن"],
  ["夜间深色模式", "深色模式"],
])("“%s” is found by “%s”", async (title, question) => {
  await postTitled("Something else altogether", title);
  expect((await numbers(question))[0]).toBe(2);
});

test("a title may have no words, words that nobody used, or only such as hold sentences together", async () => {
  await postTitled("How can I do this with that?", "Dark mode");
  for (const title of ["!!! ???", "Zwölf Boxkämpfer", "and the with"]) expect(await find(title)).toEqual([]);
});

test("what is said in the same words scores 1, what shares little near 0, and what is shared is named", async () => {
  await postTitled("Dark mode for the mobile app", "A mobile app for tablets, watches and fridges", "Printing");
  const [same, other] = await find("Dark mode for the mobile app");
  expect(same).toMatchObject({ number: 1, score: expect.closeTo(1, 1) });
  expect(same?.words.slice(0, 2).sort()).toEqual(["Dark", "mode"]);
  expect(other?.number).toBe(2);
  expect(other?.score).toBeLessThan(0.6);
  expect(other?.words.sort()).toEqual(["app", "mobile"]);
});

test("bug reports are found by all that they say", async () => {
  const words = { title: "It closes", steps: "Open a ledger", expected: "A balance", actual: "A blank page" };
  await postTitled("Nothing of the kind");
  await post(ben, bug(board, words));
  for (const word of ["ledgers", "balance", "blank"]) expect(await numbers("Trouble", word)).toEqual([2]);
});

test("only posts of a kind, and not the post itself nor its duplicates, where that is asked", async () => {
  await postTitled("Dark colours", "Dark colours", "Dark colours");
  await post(ben, bug(board, { title: "Dark colours flicker" }));
  await mergePosts(db, { viewer: mona, number: 2, into: 1 });
  const [first] = await db.select().from(posts).where(eq(posts.number, 1));
  const ask = { title: "Dark colours", limit: 5 };
  const found = await findSimilarPosts(db, ben, { ...ask, besides: first?.id });
  expect(found.map(({ number }) => number).sort()).toEqual([3, 4]);
  expect((await findSimilarPosts(db, ben, { ...ask, kind: "bug" })).map(({ number }) => number)).toEqual([4]);
  expect(await findSimilarPosts(db, ben, { ...ask, limit: 2 })).toHaveLength(2);
});

test("an answer knows whether the viewer has voted for it", async () => {
  await postTitled("Dark colours");
  expect((await find("Dark colours", "", mona))[0]).toMatchObject({ voted: false, voteCount: 1 });
  await castVote(db, { viewer: mona, number: 1 });
  expect((await find("Dark colours", "", mona))[0]).toMatchObject({ voted: true, voteCount: 2 });
  expect((await findSimilarPosts(db, null, { title: "Dark colours", limit: 5 }))[0]?.voted).toBe(false);
});

describe("visibility", () => {
  test("deleted posts and those of boards that are not for the viewer are never among them", async () => {
    const secret = await addBoard("secret", "staff");
    await postTitled("Dark colours", "Dark colours");
    await post(mona, idea(secret, { title: "Dark colours" }));
    await deletePost(db, { viewer: mona, number: 1, on: true });
    expect(await numbers("Dark colours")).toEqual([2]);
    expect((await numbers("Dark colours", "", mona)).sort()).toEqual([2, 3]);
    await deletePost(db, { viewer: mona, number: 1, on: false });
    await changeBoard(db, { viewer: mona, number: 2, boardId: secret });
    expect(await numbers("Dark colours")).toEqual([1]);
  });

  test("the wording of a duplicate leads to its original, once; a deleted or hidden duplicate says nothing", async () => {
    await postTitled("Night theme", "Dark colours, please");
    await mergePosts(db, { viewer: mona, number: 2, into: 1 });
    expect(await numbers("Dark colours for a night theme")).toEqual([1]);
    expect(await numbers("Colours")).toEqual([1]);
    await db.update(posts).set({ deletedAt: new Date() }).where(eq(posts.number, 2));
    expect(await numbers("Colours")).toEqual([]);
    const secret = await addBoard("secret", "staff");
    await db.update(posts).set({ deletedAt: null, boardId: secret }).where(eq(posts.number, 2));
    expect(await numbers("Colours")).toEqual([]);
    await db.update(posts).set({ boardId: board }).where(eq(posts.number, 2));
    await unmergePost(db, { viewer: mona, number: 2 });
    expect(await numbers("Colours")).toEqual([2]);
  });
});

test("an edit changes the answer at once", async () => {
  await postTitled("Dark colours", "Loud noises");
  const edit = { kind: "idea" as const, title: "Bright colours", body: "With trumpets." };
  await editPost(db, { viewer: ben, number: 1, edit });
  expect(await numbers("dark")).toEqual([]);
  expect(await numbers("bright")).toEqual([1]);
  expect(await numbers("Something", "trumpets")).toEqual([1]);
});
