import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { importUploads } from "#db/schema";
import { holdUpload } from "./hold-upload.server";
import { withUpload } from "./open-upload.server";
import { surveyUpload } from "./survey-upload.server";

/** A dry run of a file that was sent: finds out what there is to import, and writes nothing but that. */
export async function checkUpload(db: Db, id: string): Promise<void> {
  await holdUpload(db, { id, state: "checking", queue: "check-upload" }, async (upload, onProgress) => {
    const report = await withUpload(db, upload, (file) => surveyUpload(file, onProgress));
    await db
      .update(importUploads)
      .set({ report, state: "checked" })
      .where(and(eq(importUploads.id, id), eq(importUploads.state, "checking")));
  });
}
