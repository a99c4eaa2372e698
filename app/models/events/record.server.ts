import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { events } from "#db/schema";
import { addComment } from "../search-index/add-comment.server";
import { indexMergedAcross, indexPosts } from "../search-index/index-posts.server";
import { changingIndex, consequences } from "./consequences";
import { touch } from "./touch.server";
import { touchesOf } from "./touches";
import type { NewEvent } from "./types";

/** Writes down what happened, and what follows from it, in the transaction that made it happen. */
export async function recordEvent(tx: Db, event: NewEvent): Promise<void> {
  await recordEvents(tx, [event]);
}

/** The same for several, in their order. */
export async function recordEvents(tx: Db, several: NewEvent[]): Promise<void> {
  if (several.length === 0) return;
  const rows = several.map(({ at, ...event }) => ({ ...event, createdAt: at }));
  const ids = await tx.insert(events).values(rows).returning({ id: events.id });
  const jobs = several.flatMap(({ type }, i) =>
    consequences[type].map((name) => ({ name, data: { eventId: ids[i]?.id } })),
  );
  await enqueue(tx, jobs);
  await keepIndex(tx, several);
  await touch(tx, several.flatMap(touchesOf));
}

async function keepIndex(tx: Db, several: NewEvent[]): Promise<void> {
  const changed = several.filter(({ type }) => changingIndex.has(type));
  await indexPosts(tx, [...new Set(changed.flatMap(postsOf))]);
  for (const event of several) {
    if (event.type === "comment.submitted" && event.commentId) await addComment(tx, event.commentId);
    if (event.type === "board.edited") await indexMergedAcross(tx, event.data.boardId);
  }
}

/** Setting a duplicate free changes what it was a part of, too. */
function postsOf(event: NewEvent): string[] {
  const own = event.postId ? [event.postId] : [];
  return event.type === "post.unmerged" ? [...own, event.data.originalId] : own;
}
