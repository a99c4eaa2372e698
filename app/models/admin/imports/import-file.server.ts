import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { imports } from "#db/schema";
import { giveMissingHandles } from "../../core/users/give-handle.server";
import { countImported } from "./count-imported.server";
import { type Activity, type ActivityKind, emptyTally, type HistoryRow, type Tally } from "./history";
import type { ImportFile } from "./import-file";
import { importPosts } from "./import-posts.server";
import { startImport } from "./start-import.server";
import { writeHistory } from "./write-history.server";
import { largestBatch, type Written } from "./write-posts.server";

/** Characters of texts in one transaction. */
const longestBatch = 4 * 1024 * 1024;

interface ImportWholeFile {
  file: ImportFile;
  boardNames: Map<string, string>;
  /** One that has begun under this id goes on where it broke off. */
  importId?: string;
  onProgress?: (rows: number) => void;
  /** Told how many votes, comments and so on are done. */
  onActivities?: (activities: number) => void;
}

export interface Imported extends Written {
  importId: string;
  added: Tally;
}

/** Brings in a whole file, batch by batch: first its posts, then what people did to them. */
export async function importFile(db: Db, whole: ImportWholeFile): Promise<Imported> {
  const { file, boardNames, importId, onProgress, onActivities } = whole;
  const run = await startImport(db, { id: importId, source: file.source, format: file.format });
  const written = await importPosts(db, { rows: file.rows(), boardNames, run, onProgress });
  const added = emptyTally();
  let activities = 0;
  for await (const batch of batches(file.history())) {
    const some = await writeHistory(db, { batch, run });
    for (const kind of Object.keys(added) as ActivityKind[]) added[kind] += some[kind];
    onActivities?.((activities += batch.length));
  }
  await giveMissingHandles(db);
  const count = Object.values(added).reduce((sum, some) => sum + some, 0);
  // The embedded database does not look at its tables by itself.
  if (count > 0) await db.execute(sql`analyze posts, votes, follows, comments, users, import_sources`);
  const counts = await countImported(db, run.id);
  await db.update(imports).set({ counts, finishedAt: new Date() }).where(eq(imports.id, run.id));
  return { ...written, importId: run.id, added };
}

async function* batches(rows: AsyncIterable<HistoryRow>): AsyncGenerator<Activity[]> {
  let batch: Activity[] = [];
  let length = 0;
  for await (const row of rows) {
    if (!("activity" in row)) continue;
    batch.push(row.activity);
    length += "body" in row.activity ? row.activity.body.length : 0;
    if (batch.length < largestBatch && length < longestBatch) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}
