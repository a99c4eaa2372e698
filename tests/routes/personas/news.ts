import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { roadmapColumns, subscribers } from "#db/schema";
import { unpublishEntry } from "~/models/feedback/changelog/publish-entry.server";
import { scheduleEntry } from "~/models/feedback/changelog/schedule-entry.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { describeCard } from "~/models/feedback/roadmaps/describe-card.server";
import { moveCard } from "~/models/feedback/roadmaps/move-card.server";
import { addColumn, addRoadmap } from "../../support/cast";
import { draftEntry, publishedEntry } from "../../support/changelog";
import { db } from "../../support/database";
import type { People, Posts } from "./stage";

/** Roadmaps and the changelog, and what of both is not to be seen yet, or not any more. */
export async function setUpNews({ mona }: People, posts: Posts) {
  const words = (name: string) => ({ title: `Here is kwx${name}title`, body: `With kwx${name}body.` });
  const answer = { to: "in_progress" as const, answer: "kwxopenanswer" };
  await movePost(db, { viewer: mona, number: posts.open, from: "open", move: answer });
  const entries = {
    published: await publishedEntry(mona, { ...words("published"), postNumbers: `${posts.open}` }),
    draft: await draftEntry(mona, words("draft")),
    scheduled: await draftEntry(mona, words("scheduled")),
    unpublished: await publishedEntry(mona, words("unpublished")),
  };
  const nextYear = new Date(Date.now() + 300 * 24 * 3600 * 1000);
  await scheduleEntry(db, { viewer: mona, number: entries.scheduled, for: nextYear, tellsSubscribers: true });
  await unpublishEntry(db, { viewer: mona, number: entries.unpublished });
  const roadmaps = {
    open: await addRoadmap("roadmap"),
    members: await addRoadmap("inner", { name: "kwxmembersroadmap", visibility: "members", position: 1 }),
    staff: await addRoadmap("team", { name: "kwxstaffroadmap", visibility: "staff", position: 2 }),
    off: await addRoadmap("off", { name: "kwxoffroadmap", isOff: true, embedOrigins: ["https://kwxoffsite.example"] }),
  };
  const notes = { open: "kwxopennote", staff: "kwxstaffnote", off: "kwxoffnote" };
  for (const [name, note] of Object.entries(notes)) {
    const roadmapId = roadmaps[name as keyof typeof notes];
    const columnId = await addColumn(roadmapId, name === "off" ? "kwxoffcolumn" : "Ideas");
    await moveCard(db, { viewer: mona, roadmapId, number: posts.open, from: null, to: { columnId } });
    await describeCard(db, { viewer: mona, roadmapId, number: posts.open, draft: { target: "next", note } });
  }
  const offSubscriberId = uuid();
  const confirmedAt = new Date();
  await db.insert(subscribers).values([
    { id: uuid(), email: "kwxsubscriber@example.com", confirmedAt },
    { id: offSubscriberId, email: "reader@example.com", roadmapId: roadmaps.off, confirmedAt },
  ]);
  const columns = await db.select({ id: roadmapColumns.id }).from(roadmapColumns).orderBy(sql`id`);
  return { entries, roadmaps, columns: columns.map(({ id }) => id), offSubscriberId };
}
