import { z } from "zod";
import { makeExport } from "~/models/admin/exports/runs/make-export.server";
import { fileStore } from "./file-store.server";
import type { Tools } from "./tools.server";

const data = z.object({ exportId: z.string() });

/** Makes the export that somebody asked for, and mails them that it is there. */
export async function exportPortal(tools: Tools, job: unknown): Promise<void> {
  const { db, log, now } = tools;
  await makeExport(db, fileStore(tools, log), data.parse(job).exportId, now());
}
