import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { mergedAcross } from "./touched.server";
import { writeDocuments } from "./write-documents.server";

/** The most documents that one statement writes. */
const batch = 200;

/**
 * Writes anew what some posts are found by, as they are now; nothing for those that lists do not show. Of a
 * duplicate it is the original that changes.
 */
export async function indexPosts(tx: Db, postIds: string[]): Promise<void> {
  for (let i = 0; i < postIds.length; i += batch) await indexSome(tx, postIds.slice(i, i + batch));
}

/** Who may see a board decides whether its duplicates on other boards are part of what their originals say. */
export async function indexMergedAcross(tx: Db, boardId: number): Promise<void> {
  await indexPosts(tx, await mergedAcross(tx, boardId));
}

async function indexSome(tx: Db, postIds: string[]): Promise<void> {
  const touched = await rows<{ id: string }>(
    tx,
    sql`select id from posts where id in (${list(postIds)})
      union select merged_into from posts where id in (${list(postIds)}) and merged_into is not null`,
  );
  if (touched.length === 0) return;
  const ids = touched.map(({ id }) => id);
  await writeDocuments(tx, "post", ids);
}

const list = (ids: string[]): SQL =>
  sql`select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json)`;
