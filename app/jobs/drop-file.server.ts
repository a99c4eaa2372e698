import { z } from "zod";
import { dropFile as drop } from "~/models/feedback/attachments/drop-file.server";
import { fileStore } from "./file-store.server";
import type { Tools } from "./tools.server";

const data = z.union([z.object({ eventId: z.number() }), z.object({ attachmentId: z.string() })]);

/** Drops the bytes of a file that somebody has removed. */
export async function dropFile(tools: Tools, job: unknown): Promise<void> {
  await drop(tools.db, fileStore(tools, tools.log), data.parse(job));
}
