import { z } from "zod";
import { writeImport } from "~/models/help/moving/import-articles.server";
import type { Tools } from "./tools.server";

const data = z.object({ importId: z.string(), actorId: z.string() });

/** Writes articles that somebody has brought. */
export async function importArticles({ db, now }: Tools, job: unknown): Promise<void> {
  await writeImport(db, data.parse(job), now());
}
