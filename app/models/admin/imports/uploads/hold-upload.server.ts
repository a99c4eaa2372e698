import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { importUploads } from "#db/schema";
import { heartbeatPace, isFree, startHeartbeat } from "../../jobs/heartbeat.server";
import { NotUnderstood } from "../not-understood";
import type { Upload } from "./open-upload.server";
import type { UploadFault } from "./report";

interface Hold {
  id: string;
  /** Only while the file is in this state. */
  state: "checking" | "importing";
  /** The job that is to come again while another is at it. */
  queue: "check-upload" | "import-upload";
}

/**
 * Does a long job on a file that was sent, one at a time: a queue gives a job to another worker after some minutes, be
 * the first one dead or only slow. What the file itself is to blame for ends in its fault; anything else is noted there
 * and thrown, so that the queue tries again.
 * @param work gets the file and what to tell how many rows are done
 */
export async function holdUpload(
  db: Db,
  { id, state, queue }: Hold,
  work: (upload: Upload, onProgress: (rows: number) => void) => Promise<void>,
): Promise<void> {
  const upload = await claim(db, id, state);
  if (upload === "free") return;
  if (upload === "held") {
    const startAfter = new Date(Date.now() + heartbeatPace.death);
    return enqueue(db, [{ name: queue, data: { uploadId: id }, startAfter }]);
  }
  const sign = (change: { done?: number; workedAt: SQL | null }) =>
    db.update(importUploads).set(change).where(eq(importUploads.id, id));
  const heartbeat = startHeartbeat({
    beat: (done) => sign({ done, workedAt: sql`now()` }),
    leave: () => sign({ workedAt: null }),
  });
  try {
    await work(upload, heartbeat.reach);
  } catch (error) {
    const fault: UploadFault = error instanceof NotUnderstood ? error.fault : { code: "unexpected" };
    await db
      .update(importUploads)
      .set(error instanceof NotUnderstood ? { fault, state: "refused" } : { fault })
      .where(and(eq(importUploads.id, id), eq(importUploads.state, state)));
    if (!(error instanceof NotUnderstood)) throw error;
  } finally {
    await heartbeat.end();
  }
}

/** The file for whoever is the only one at it; `free` where there is nothing to do. */
async function claim(db: Db, id: string, state: Hold["state"]): Promise<Upload | "free" | "held"> {
  const isInState = and(eq(importUploads.id, id), eq(importUploads.state, state));
  const [upload] = await db
    .update(importUploads)
    .set({ workedAt: sql`now()`, done: 0, fault: null })
    .where(and(isInState, isFree(importUploads.workedAt)))
    .returning();
  if (upload) return upload;
  return (await db.$count(importUploads, isInState)) > 0 ? "held" : "free";
}
