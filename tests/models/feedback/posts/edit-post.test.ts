import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { bugDetails, events, posts, revisions } from "#db/schema";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { lockPost } from "~/models/feedback/posts/set-post-flag.server";
import { addBoard, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

test("an edit changes the text and keeps what it said before", async () => {
  const { ben } = await cast("ben");
  const number = await post(ben, idea(await addBoard(), { title: "Dark mode", body: "Please." }));
  await editPost(db, { viewer: ben, number, edit: { kind: "idea", title: "Dark mode", body: "Please, *soon*." } });
  const [row] = await db.select().from(posts);
  expect(row).toMatchObject({ bodyMarkdown: "Please, *soon*.", excerpt: "Please, soon." });
  expect(row?.bodyHtml).toContain("<em>soon</em>");
  expect(row?.editedAt).toBeInstanceOf(Date);
  const [revision] = await db.select().from(revisions);
  expect(revision).toMatchObject({ before: { body: "Please." }, editorId: ben.id, commentId: null });
  const [event] = await db.select().from(events).where(eq(events.type, "post.edited"));
  expect(event?.data).toEqual({ fields: ["body"] });
});

test("an edit that changes nothing leaves no trace", async () => {
  const { ben } = await cast("ben");
  const number = await post(ben, idea(await addBoard(), { title: "Dark mode", body: "Please." }));
  await editPost(db, { viewer: ben, number, edit: { kind: "idea", title: "Dark mode", body: "Please." } });
  expect(await db.select().from(revisions)).toEqual([]);
  expect((await db.select().from(posts))[0]?.editedAt).toBeNull();
});

test("a bug's own fields are edited and kept like the rest", async () => {
  const { ben } = await cast("ben");
  const number = await post(ben, bug(await addBoard(), { version: "1.0" }));
  const edit = { kind: "bug", title: "It closes itself", body: "", steps: "Open it", expected: "It opens" } as const;
  await editPost(db, { viewer: ben, number, edit: { ...edit, actual: "It closes", version: "2.0" } });
  expect((await db.select().from(bugDetails))[0]?.version).toBe("2.0");
  expect((await db.select().from(revisions))[0]?.before).toEqual({ version: "1.0" });
});

test("others may not edit a post, moderators may, and its author may not once it is locked", async () => {
  const { ben, cleo, milo } = await cast("ben", "cleo", "milo");
  const number = await post(ben, idea(await addBoard()));
  const edit = { kind: "idea", title: "Other words", body: "Entirely." } as const;
  await expect(editPost(db, { viewer: cleo, number, edit })).rejects.toThrow("forbidden");
  await lockPost(db, { viewer: milo, number, on: true });
  await expect(editPost(db, { viewer: ben, number, edit })).rejects.toThrow("forbidden");
  await editPost(db, { viewer: milo, number, edit });
});
