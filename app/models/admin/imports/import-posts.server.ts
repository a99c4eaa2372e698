import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import type { ImportedPost } from "./imported-post";
import type { Row } from "./row";
import type { ImportRun } from "./start-import.server";
import { largestBatch, type Written, writePosts } from "./write-posts.server";

/** Characters of the bodies in one transaction, so that long texts fill the memory no more than short ones. */
const longestBatch = 4 * 1024 * 1024;

interface ImportPosts {
  rows: AsyncIterable<Row>;
  /** What boards are called here, by what the rows call them. */
  boardNames: Map<string, string>;
  run?: ImportRun;
  /** Told how many rows are done. */
  onProgress?: (rows: number) => void;
}

/** Writes the posts among `rows`, batch by batch; a failure leaves whole batches behind, and the next run goes on. */
export async function importPosts(db: Db, { rows, boardNames, run, onProgress }: ImportPosts): Promise<Written> {
  const total: Written = { imported: 0, alreadyHere: 0 };
  for await (const batch of batches(rows, boardNames)) {
    let done = total.imported + total.alreadyHere;
    const written = await writePosts(db, { batch, run, onReady: () => onProgress?.((done += 1)) });
    total.imported += written.imported;
    total.alreadyHere += written.alreadyHere;
    onProgress?.(total.imported + total.alreadyHere);
  }
  // The embedded database does not look at its tables by itself, and would plan as if they were empty.
  if (total.imported > 0) await db.execute(sql`analyze posts, events, users`);
  // Counts the new words, and tells a search engine beside the database.
  if (total.imported > 0) await enqueue(db, [{ name: "refresh-search", data: {} }]);
  return total;
}

async function* batches(rows: AsyncIterable<Row>, boardNames: Map<string, string>): AsyncGenerator<ImportedPost[]> {
  let batch: ImportedPost[] = [];
  let length = 0;
  for await (const row of rows) {
    if ("fault" in row) continue;
    batch.push({ ...row.post, board: boardNames.get(row.post.board) ?? row.post.board });
    length += row.post.body.length;
    if (batch.length < largestBatch && length < longestBatch) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}
