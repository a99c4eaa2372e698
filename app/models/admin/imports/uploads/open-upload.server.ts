import { createWriteStream } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Db } from "#db/client.server";
import type { importUploads } from "#db/schema";
import { importChunks } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";
import { readChunks } from "../../../core/files/chunks.server";
import { withWorkFolder } from "../../../core/files/work-folder.server";
import type { Field, Wanted } from "../columns";
import { dateChoices } from "../date-column";
import type { ImportFile } from "../import-file";
import { openImport } from "../open-import.server";

export type Upload = typeof importUploads.$inferSelect;

/**
 * Opens a file that was sent, as its choices say, for as long as `use` takes: formats are read from a disk, more than
 * once, so it lies in this machine's folder for temporary files meanwhile. Throws `NotUnderstood` like `openImport`.
 */
export async function withUpload<Result>(
  db: Db,
  { id, fileName, choices }: Upload,
  use: (file: ImportFile) => Promise<Result>,
): Promise<Result> {
  return withWorkFolder(async (folder) => {
    const file = path.join(folder, fileName);
    await pipeline(Readable.from(readChunks(db, importChunks, id)), createWriteStream(file));
    const { format, encoding, source, dates, columns, statuses } = choices;
    return await use(
      await openImport({
        path: file,
        format,
        encoding,
        source,
        dates: dateChoices.find((choice) => choice === dates),
        wanted: new Map(Object.entries(columns)) as Wanted & Map<Field, string>,
        statuses: new Map(Object.entries(statuses) as [string, PostStatus][]),
      }),
    );
  });
}
