import { expect, test } from "vitest";
import { events, posts } from "#db/schema";
import { findPost } from "~/models/feedback/posts/find-post.server";
import { deletePost, lockPost, pinPost } from "~/models/feedback/posts/set-post-flag.server";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const marks = [
  { name: "pinned", mark: pinPost, column: "pinnedAt", allowed: ["mona", "ada"], refused: ["ben", "milo", "gus"] },
  { name: "locked", mark: lockPost, column: "lockedAt", allowed: ["milo", "gus", "mona", "ada"], refused: ["ben"] },
  { name: "deleted", mark: deletePost, column: "deletedAt", allowed: ["milo", "gus", "mona", "ada"], refused: ["ben"] },
] as const;

test.each(marks)("a post is $name by those who may, once however often asked, and it can be undone", async (row) => {
  const people = await cast("ben", "milo", "gus", "mona", "ada");
  const number = await post(people.ben, idea(await addBoard()));
  for (const name of row.refused) {
    await expect(row.mark(db, { viewer: people[name], number, on: true })).rejects.toThrow("forbidden");
  }
  for (const name of row.allowed) await row.mark(db, { viewer: people[name], number, on: true });
  const [marked] = await db.select().from(posts);
  expect(marked?.[row.column]).toBeInstanceOf(Date);
  await row.mark(db, { viewer: people.ada, number, on: false });
  const [unmarked] = await db.select().from(posts);
  expect(unmarked?.[row.column]).toBeNull();
  expect(await db.select().from(events)).toHaveLength(3);
});

test("a deleted post is gone for its author and still there for those who can restore it", async () => {
  const { ben, milo } = await cast("ben", "milo");
  const number = await post(ben, idea(await addBoard()));
  await deletePost(db, { viewer: milo, number, on: true });
  expect(await findPost(db, ben, number)).toBeUndefined();
  expect(await findPost(db, null, number)).toBeUndefined();
  expect(await findPost(db, milo, number)).toMatchObject({ number });
});
