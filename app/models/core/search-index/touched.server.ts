import { eq, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { events } from "#db/schema";
import type { DocumentSubject } from "./document-subject.server";

export type Touched = { subjects: DocumentSubject<"post">[] } | { tagId: number };

/** Posts whose search documents an event may have changed. */
export async function findTouched(db: Db, eventId: number): Promise<Touched> {
  const [event] = await db.select().from(events).where(eq(events.id, eventId));
  const data = (event?.data ?? {}) as { tagId?: number; boardId?: number; originalId?: string };
  if (event?.type.startsWith("tag.") && data.tagId) return { tagId: data.tagId };
  if (event?.type === "board.edited" && data.boardId)
    return { subjects: postsOf(await mergedAcross(db, data.boardId)) };
  const named = [event?.postId, data.originalId].flatMap((id) => id ?? []);
  return { subjects: postsOf(await withOriginals(db, named)) };
}

const postsOf = (ids: string[]): DocumentSubject<"post">[] => ids.map((id) => ({ kind: "post", id }));

async function withOriginals(db: Db, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const list = sql`select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json)`;
  const found = await rows<{ id: string }>(
    db,
    sql`select id from posts where id in (${list})
      union select merged_into from posts where id in (${list}) and merged_into is not null`,
  );
  return found.map(({ id }) => id);
}

/** Originals on a board with duplicates elsewhere, or the other way round. */
export async function mergedAcross(db: Db, boardId: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select distinct posts.id from posts as merged join posts on posts.id = merged.merged_into
      where merged.board_id <> posts.board_id and ${boardId} in (merged.board_id, posts.board_id)`,
  );
  return found.map(({ id }) => id);
}
