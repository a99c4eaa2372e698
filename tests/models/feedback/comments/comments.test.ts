import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { comments, events, follows, posts, revisions } from "#db/schema";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";
import { editComment } from "~/models/feedback/comments/edit-comment.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { lockPost } from "~/models/feedback/posts/set-post-flag.server";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const count = async () => (await db.select({ count: posts.commentCount }).from(posts))[0]?.count;

test("a comment counts, follows the post, and is one event", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const number = await post(ben, idea(await addBoard()));
  const id = uuid();
  await submitComment(db, { viewer: cleo, number, id, body: "Me **too**" });
  expect(await count()).toBe(1);
  const [row] = await db.select().from(comments);
  expect(row?.bodyHtml).toContain("<strong>too</strong>");
  expect(await db.select().from(follows).where(eq(follows.userId, cleo.id))).toHaveLength(1);
  const [event] = await db.select().from(events).where(eq(events.type, "comment.submitted"));
  expect(event).toMatchObject({ actorId: cleo.id, commentId: id, data: { parentId: null } });
});

test("a comment sent twice, also at once, is there once", async () => {
  const { ben } = await cast("ben");
  const number = await post(ben, idea(await addBoard()));
  const comment = { viewer: ben, number, id: uuid(), body: "Once" };
  await Promise.all([submitComment(db, comment), submitComment(db, comment), submitComment(db, comment)]);
  expect(await count()).toBe(1);
  expect(await db.select().from(comments)).toHaveLength(1);
});

test("replies go one level deep, and only below comments of the same post", async () => {
  const { ben } = await cast("ben");
  const board = await addBoard();
  const [number, other] = [await post(ben, idea(board)), await post(ben, idea(board))];
  const [top, reply] = [uuid(), uuid()];
  await submitComment(db, { viewer: ben, number, id: top, body: "Top" });
  await submitComment(db, { viewer: ben, number, id: reply, body: "Reply", parentId: top });
  const under = (parentId: string, number: number) =>
    submitComment(db, { viewer: ben, number, id: uuid(), body: "x", parentId });
  await expect(under(reply, number)).rejects.toThrow("replyToReply");
  await expect(under(top, other)).rejects.toThrow("notFound");
});

test("a locked post takes comments from the team only", async () => {
  const { ben, milo } = await cast("ben", "milo");
  const number = await post(ben, idea(await addBoard()));
  await lockPost(db, { viewer: milo, number, on: true });
  await expect(submitComment(db, { viewer: ben, number, id: uuid(), body: "x" })).rejects.toThrow("postLocked");
  await submitComment(db, { viewer: milo, number, id: uuid(), body: "Locked, because…" });
});

test("the author edits a comment, what it said before is kept, and others may not", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const number = await post(ben, idea(await addBoard()));
  const id = uuid();
  await submitComment(db, { viewer: ben, number, id, body: "First" });
  await expect(editComment(db, { viewer: cleo, id, body: "Mine" })).rejects.toThrow("forbidden");
  await editComment(db, { viewer: ben, id, body: "Second" });
  const [row] = await db.select().from(comments);
  expect(row).toMatchObject({ bodyMarkdown: "Second" });
  const [revision] = await db.select().from(revisions);
  expect(revision).toMatchObject({ before: { body: "First" }, commentId: id });
});

test("a deleted comment no longer counts, and cannot be edited, deleted again or answered", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const number = await post(ben, idea(await addBoard()));
  const id = uuid();
  await submitComment(db, { viewer: ben, number, id, body: "Gone soon" });
  await expect(deleteComment(db, { viewer: cleo, id })).rejects.toThrow("forbidden");
  await Promise.allSettled([deleteComment(db, { viewer: ben, id }), deleteComment(db, { viewer: ben, id })]);
  expect(await count()).toBe(0);
  await expect(editComment(db, { viewer: ben, id, body: "x" })).rejects.toThrow("notFound");
  const reply = submitComment(db, { viewer: cleo, number, id: uuid(), body: "x", parentId: id });
  await expect(reply).rejects.toThrow("notFound");
});
