import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { useApp } from "../support/app";
import { signedIn, Visitor } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, listen, useDatabase } from "../support/database";

// Statements are prepared when their text comes again (docs/decisions/025). On the pages that are asked for most, a text
// that changes with what the page shows would be prepared anew each time.

useDatabase();
useApp();

/** What a page sends, each text once. */
async function textsOf(look: () => Promise<unknown>): Promise<Set<string>> {
  return new Set((await listen(look)).map(({ text }) => text));
}

test("the page of a post sends the same statements whatever is said there", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const board = await addBoard();
  for (const said of [1, 2, 4]) {
    const number = await post(ben, idea(board, { title: `An idea of which ${said} speak` }));
    for (let i = 0; i < said; i++)
      await submitComment(db, { viewer: cleo, number, id: uuid(), body: `My ${i}th thought.`, parentId: null });
  }
  const reader = await signedIn(cleo);
  for (const who of [reader, new Visitor()]) {
    const path = async (number: number) => (await who.get(`/posts/${number}`)).location ?? "";
    const begin = await path(1);
    const first = await textsOf(() => who.get(begin));
    for (const number of [2, 3]) {
      const address = await path(number);
      const texts = await textsOf(() => who.get(address));
      expect([...texts].filter((text) => !first.has(text))).toEqual([]);
    }
  }
});

test("lists send the same statements, however many posts they find and wherever they go on", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const board = await addBoard();
  const reader = await signedIn(cleo);
  await post(ben, idea(board, { title: "The first of all ideas" }));
  const first = await textsOf(() => reader.get("/"));
  for (let number = 2; number <= 12; number++) await post(ben, idea(board, { title: `An idea, the ${number}th` }));
  const texts = await textsOf(() => reader.get("/"));
  expect([...texts].filter((text) => !first.has(text))).toEqual([]);
});
