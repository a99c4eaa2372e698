import { z } from "zod";
import { makeExport } from "~/models/admin/exports/runs/make-export.server";
import type { Tools } from "./tools.server";

const data = z.object({ exportId: z.string() });

/** Makes the export that somebody asked for, and mails them that it is there. */
export async function exportPortal({ db, now }: Tools, job: unknown): Promise<void> {
  await makeExport(db, data.parse(job).exportId, now());
}
