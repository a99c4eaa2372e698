import type { Db } from "#db/client.server";
import { undoImport } from "~/models/admin/imports/undo-import.server";
import { counted } from "./labels";

interface Surroundings {
  print: (line: string) => void;
  withDatabase: <Result>(use: (db: Db) => Promise<Result>) => Promise<Result>;
}

/** Takes an import back and tells what stays. */
export async function runUndo(id: string, { print, withDatabase }: Surroundings): Promise<void> {
  const { removed, kept } = await withDatabase((db) => undoImport(db, { id }));
  print(`${counted(removed, "post")} of this import removed, with all that came with them.`);
  if (kept.length === 0) return;
  print(`${counted(kept.length, "post")} kept, because people have added to them:`);
  for (const { number, title } of kept) print(`  ${number}  ${title}`);
}
