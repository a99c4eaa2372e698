import { z } from "zod";
import { importUpload as write } from "~/models/admin/imports/uploads/import-upload.server";
import type { Tools } from "./tools.server";

const data = z.object({ uploadId: z.string() });

/** Imports a file that somebody sent; nobody is told of what is history. */
export async function importUpload({ db }: Tools, job: unknown): Promise<void> {
  await write(db, data.parse(job).uploadId);
}
