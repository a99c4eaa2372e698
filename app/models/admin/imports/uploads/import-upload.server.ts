import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, importChunks, importUploads } from "#db/schema";
import { dropChunks } from "../../../core/files/chunks.server";
import { boardNames } from "../board-names";
import { importFile } from "../import-file.server";
import { holdUpload } from "./hold-upload.server";
import { type Upload, withUpload } from "./open-upload.server";
import type { UploadReport } from "./report";

/** Imports a file that was sent and looked at; one that broke off goes on, for what is here already is known. */
export async function importUpload(db: Db, id: string): Promise<void> {
  await holdUpload(db, { id, state: "importing", queue: "import-upload" }, async (upload, onProgress) => {
    const names = await namesOf(db, upload);
    await withUpload(db, upload, async (file) => {
      let posts = 0;
      const onPosts = (rows: number) => onProgress((posts = rows));
      const onActivities = (activities: number) => onProgress(posts + activities);
      await importFile(db, { file, boardNames: names, importId: id, onProgress: onPosts, onActivities });
    });
    await db
      .update(importUploads)
      .set({ state: "imported", done: upload.total })
      .where(and(eq(importUploads.id, id), eq(importUploads.state, "importing")));
    await dropChunks(db, importChunks, id);
  });
}

/** What boards are called here; posts without any are on one called like their source, which may be another here. */
async function namesOf(db: Db, { report, choices }: Upload): Promise<Map<string, string>> {
  const { boards: found, source } = report as UploadReport;
  const names = boardNames(found.map(([name]) => name));
  if (choices.boardId === undefined) return names;
  const [board] = await db.select({ name: boards.name }).from(boards).where(eq(boards.id, choices.boardId));
  return board ? names.set(source, board.name) : names;
}
