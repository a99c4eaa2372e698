import { z } from "zod";
import { undoImport as undo } from "~/models/admin/imports/undo-import.server";
import { DomainError } from "~/models/core/domain-error";
import type { Tools } from "./tools.server";

const data = z.object({ importId: z.string(), actorId: z.string() });

/** Takes an import back; one that is taken back already is done. */
export async function undoImport({ db }: Tools, job: unknown): Promise<void> {
  const { importId: id, actorId } = data.parse(job);
  try {
    await undo(db, { id, actorId });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}
