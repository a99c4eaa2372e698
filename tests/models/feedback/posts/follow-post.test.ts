import { expect, test } from "vitest";
import { events, follows, posts } from "#db/schema";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const followers = async () => (await db.select({ count: posts.followerCount }).from(posts))[0]?.count;

test("following, changing the level and muting keep one row and the right count", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const number = await post(ben, idea(await addBoard()));
  await followPost(db, { viewer: cleo, number, level: "everything" });
  expect(await followers()).toBe(2);
  await followPost(db, { viewer: cleo, number, level: "milestones" });
  expect(await followers()).toBe(2);
  await followPost(db, { viewer: cleo, number, level: "muted" });
  expect(await followers()).toBe(1);
  await followPost(db, { viewer: cleo, number, level: "muted" });
  expect(await followers()).toBe(1);
  await followPost(db, { viewer: cleo, number, level: "everything" });
  expect(await followers()).toBe(2);
  expect(await db.select().from(follows)).toHaveLength(2);
  const followed = (await db.select().from(events)).filter(({ type }) => type === "post.followed");
  expect(followed.map(({ data }) => data)).toEqual([
    { from: null, to: "everything" },
    { from: "everything", to: "milestones" },
    { from: "milestones", to: "muted" },
    { from: "muted", to: "everything" },
  ]);
});

test("the same choice made many times at once is made once", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const number = await post(ben, idea(await addBoard()));
  await Promise.all(Array.from({ length: 6 }, () => followPost(db, { viewer: cleo, number, level: "everything" })));
  expect(await followers()).toBe(2);
});
