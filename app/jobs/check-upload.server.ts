import { z } from "zod";
import { checkUpload as check } from "~/models/admin/imports/uploads/check-upload.server";
import type { Tools } from "./tools.server";

const data = z.object({ uploadId: z.string() });

/** Finds out what there is to import in a file that somebody sent. */
export async function checkUpload({ db }: Tools, job: unknown): Promise<void> {
  await check(db, data.parse(job).uploadId);
}
