import { expect, test } from "vitest";
import { deletePost } from "~/models/posts/mark-post.server";
import { mergePosts } from "~/models/posts/merge-posts.server";
import { listSimilarPosts } from "~/models/posts/similar-posts.server";
import { addBoard, cast, idea, post } from "../../support/cast";
import { db, useDatabase } from "../../support/database";

useDatabase();

const nobody = "00000000-0000-0000-0000-000000000000";

test("rare words count for more than common ones, and neither case nor ending matters", async () => {
  const { ben } = await cast("ben");
  const board = await addBoard();
  const titles = ["A list that scrolls", "A page that prints", "Exports as PDF", "Anything else"];
  for (const title of titles) await post(ben, idea(board, { title }));
  const similar = await listSimilarPosts(db, ben, { id: nobody, title: "An EXPORT that | works & (fits" });
  expect(similar.map(({ number }) => number)).toEqual([3, 1, 2]);
});

test("other scripts have words, too, and a title may have none", async () => {
  const { ben } = await cast("ben");
  const board = await addBoard();
  await post(ben, idea(board, { title: "الوضع الداكن ليلًا" }));
  const find = (title: string) => listSimilarPosts(db, ben, { id: nobody, title });
  expect(await find("الوضع الليلي")).toHaveLength(1);
  expect(await find("!!! ???")).toEqual([]);
});

test("neither hidden, deleted and merged posts nor the post itself are among them", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const board = await addBoard();
  const secret = await addBoard("secret", "staff");
  for (const place of [board, secret, board, board, board]) await post(mona, idea(place, { title: "Dark colours" }));
  await deletePost(db, { viewer: mona, number: 3, on: true });
  await mergePosts(db, { viewer: mona, number: 4, into: 5 });
  const [self] = await listSimilarPosts(db, ben, { id: nobody, title: "Dark colours" });
  const similar = await listSimilarPosts(db, ben, { id: self?.id ?? "", title: "Dark colours" });
  expect([self?.number, ...similar.map(({ number }) => number)].sort()).toEqual([1, 5]);
});
