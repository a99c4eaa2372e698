import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { events } from "#db/schema";
import { addComment } from "../search-index/add-comment.server";
import { indexMergedAcross, indexPosts } from "../search-index/index-posts.server";
import { recountTerms } from "../search-index/refresh-vocabulary.server";
import type { Subject } from "../subject";
import { moveWordings } from "../wordings/move-wordings.server";
import { changes, consequencesOf } from "./consequences";
import { rowOf } from "./row-of";
import { touch } from "./touch.server";
import type { Touch } from "./touches";
import type { NewEvent } from "./types";

/** Writes down what happened, and what follows from it, in the transaction that made it happen. */
export async function recordEvent(tx: Db, event: NewEvent): Promise<void> {
  await recordEvents(tx, [event]);
}

/** Records several events, in their order, with the consequences of each. */
export async function recordEvents(tx: Db, several: NewEvent[]): Promise<void> {
  if (several.length === 0) return;
  const rows = several.map(({ at, ...event }) => ({ ...event, ...subjectOf(event), createdAt: at }));
  const ids = await tx.insert(events).values(rows).returning({ id: events.id });
  const jobs = several.flatMap(({ type }, i) =>
    consequencesOf(type).map((name) => ({ name, data: { eventId: ids[i]?.id } })),
  );
  await enqueue(tx, jobs);
  await keepIndex(tx, several);
  await touch(tx, several.flatMap(touchesOf));
}

/** The foreign keys of an event's row, for what its data names by id. */
function subjectOf({ type, data }: Pick<NewEvent, "type" | "data">): Partial<Subject> {
  const { about } = rowOf(type);
  const { entryId, roadmapId, articleId } = data as { entryId?: string; roadmapId?: number; articleId?: string };
  if (about === "entry") return { entryId };
  if (about === "article") return { articleId };
  return about === "roadmap" ? { roadmapId } : {};
}

const touchesOf = (event: NewEvent): Touch[] => rowOf(event.type).touches(event);

/** Brings search documents and wordings up to date with events, in their transaction. */
async function keepIndex(tx: Db, several: NewEvent[]): Promise<void> {
  const seenByOthers = several.filter(({ type }) => changes(type, "visibility"));
  if (seenByOthers.length > 0) await moveWordings(tx, { postIds: seenByOthers.flatMap(({ postId }) => postId ?? []) });
  const changed = several.filter(({ type }) => changes(type, "index"));
  await indexPosts(tx, [...new Set(changed.flatMap(postsOf))]);
  for (const event of several) {
    if (event.type === "comment.submitted" && event.commentId) await addComment(tx, event.commentId);
    if (event.type === "board.edited") await moveBoard(tx, event.data.boardId);
  }
}

/** A board that others may see than before takes the words of all its posts with it. */
async function moveBoard(tx: Db, boardId: number): Promise<void> {
  const moved = await moveWordings(tx, { boardId });
  await indexMergedAcross(tx, boardId);
  if (moved > 0) await recountTerms(tx);
}

/** The posts that an event changes; unmerging changes the original, too. */
function postsOf(event: NewEvent): string[] {
  const own = event.postId ? [event.postId] : [];
  return event.type === "post.unmerged" ? [...own, event.data.originalId] : own;
}
