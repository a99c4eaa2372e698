import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { entries, events } from "#db/schema";
import { deleteEntry } from "~/models/feedback/changelog/publish-entry.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { describeCard } from "~/models/feedback/roadmaps/describe-card.server";
import { roadmapDraft } from "~/models/feedback/roadmaps/draft";
import { editRoadmap } from "~/models/feedback/roadmaps/edit-roadmaps.server";
import { addBoard, addRoadmap, cast, idea, post } from "../../../support/cast";
import { draftEntry } from "../../../support/changelog";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const subjects = (type: string) =>
  db
    .select({ postId: events.postId, entryId: events.entryId, roadmapId: events.roadmapId, data: events.data })
    .from(events)
    .where(eq(events.type, type));

test("an event of an entry names it, and stays when the entry is deleted", async () => {
  const { mona } = await cast("mona");
  const number = await draftEntry(mona);
  const [entry] = await db.select({ id: entries.id }).from(entries);
  const [created] = await subjects("entry.created");
  expect(created).toEqual({ entryId: entry?.id, postId: null, roadmapId: null, data: { entryId: entry?.id } });
  await deleteEntry(db, { viewer: mona, number });
  expect(await subjects("entry.created")).toEqual([{ ...created, entryId: null }]);
  expect(await subjects("entry.deleted")).toEqual([{ ...created, entryId: null }]);
});

test("an event of a roadmap names it, and one of its cards names the post", async () => {
  const { ada, ben } = await cast("ada", "ben");
  await post(ben, idea(await addBoard()));
  await movePost(db, { viewer: ada, number: 1, from: "open", move: { to: "planned", answer: "" } });
  const roadmapId = await addRoadmap();
  const draft = roadmapDraft.parse({ slug: "soon", name: "Soon", visibility: "public", position: "0" });
  await editRoadmap(db, { viewer: ada, id: roadmapId, draft });
  await describeCard(db, { viewer: ada, roadmapId, number: 1, draft: { target: "next", note: "" } });
  expect(await subjects("roadmap.edited")).toMatchObject([{ roadmapId, postId: null }]);
  expect(await subjects("roadmap.target_changed")).toMatchObject([{ roadmapId: null, postId: expect.any(String) }]);
});

test("nothing is about two things at once", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  await draftEntry(mona);
  const both = sql`(select id from posts), (select id from entries)`;
  await expect(
    db.execute(sql`insert into events (type, data, post_id, entry_id) values ('post.edited', '{}', ${both})`),
  ).rejects.toMatchObject({ cause: { message: expect.stringContaining("events_subject") } });
  await expect(
    db.execute(sql`insert into revisions (editor_id, before) values (${ben.id}, '{}')`),
  ).rejects.toMatchObject({ cause: { message: expect.stringContaining("revisions_subject") } });
  await expect(
    db.execute(sql`insert into deliveries (id, kind, "to", entry_id, edition_id)
      values (${uuid()}, 'entry', 'x@example.com', (select id from entries), ${uuid()})`),
  ).rejects.toMatchObject({ cause: { message: expect.stringContaining("deliveries_subject") } });
});
