import type { Db } from "#db/client.server";
import type { SearchEngine } from "~/integrations/search/search-engine";
import { rebuildEverything } from "~/jobs/rebuild-search.server";
import { restorePortal } from "~/models/admin/exports/restore-portal.server";
import type { FileStore } from "~/models/core/files/file-store";
import { refreshFigures } from "~/models/insights/figures/refresh-figures.server";
import { counted } from "../import/labels";

interface Restore {
  store: FileStore;
  file: string;
  engine?: SearchEngine;
  print: (line: string) => void;
}

/** Restores a portal, and builds anew what its posts are found by. Throws `NotRestorable`. */
export async function runRestore(db: Db, { store, file, engine, print }: Restore): Promise<void> {
  const onTable = (name: string, rows: number) => print(`  ${name.padEnd(18)} ${counted(rows, "row")}`);
  const { createdAt } = await restorePortal(db, { store, file, onTable });
  print("Making posts findable …");
  await rebuildEverything({ db, engine });
  await refreshFigures(db);
  print(`This portal is what was exported at ${createdAt}.`);
}
