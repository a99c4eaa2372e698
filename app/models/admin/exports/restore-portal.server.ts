import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import type { FileStore } from "../../core/files/file-store";
import { restoreAttachments } from "./attachments.server";
import { checkExport } from "./check-export.server";
import { fillTables } from "./fill-tables.server";
import type { Manifest } from "./manifest";
import { setNextNumber } from "./next-numbers.server";
import { NotRestorable } from "./not-restorable";
import { openZip, usualLimits } from "./open-zip.server";
import { renderRows } from "./render-rows.server";
import { schemaVersion } from "./schema-version.server";
import { exportedTables } from "./tables.server";
import { unpackLines } from "./unpack.server";

interface Restoration {
  /** Where people's files are to lie. */
  store: FileStore;
  file: string;
  limits?: typeof usualLimits;
  /** Told of each table when its rows are in. */
  onTable?: (name: string, rows: number) => void;
}

/**
 * Fills an empty portal with what was exported from another, all of it or nothing. The HTML of texts is made anew from
 * their Markdown at once; what else is derived from the rows has to be built anew afterwards. Throws `NotRestorable`.
 */
export async function restorePortal(
  db: Db,
  { store, file, limits = usualLimits, onTable }: Restoration,
): Promise<Manifest> {
  const zip = await openZip(file, limits);
  try {
    const manifest = await checkExport(zip, await schemaVersion(db));
    await restoreAttachments(zip, store, manifest);
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = '10min'`);
      await tx.execute(sql`set local idle_in_transaction_session_timeout = '10min'`);
      await fillTables(tx, async (insert) => {
        for (const table of exportedTables) {
          const said = manifest.tables.find(({ name }) => name === table.name);
          const path = `tables/${table.name}.jsonl`;
          let count = 0;
          for await (const lines of unpackLines(zip, path)) {
            await insert(table, await renderRows(table, path, lines));
            count += lines.length;
          }
          if (count !== said?.rows) throw new NotRestorable({ code: "damaged", path });
          await setNextNumber(tx, table, said.next);
          onTable?.(table.name, count);
        }
      });
    });
    return manifest;
  } finally {
    zip.close();
  }
}
