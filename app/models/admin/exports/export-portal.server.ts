import type { Writable } from "node:stream";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import type { FileStore } from "../../core/files/file-store";
import { attachmentEntries } from "./attachments.server";
import { type Cell, csvHeader, csvLines, csvNote } from "./csv.server";
import { formatName, formatVersion, type Manifest, manifestPath } from "./manifest";
import { readNextNumber } from "./next-numbers.server";
import { readRows } from "./read-rows.server";
import { schemaVersion } from "./schema-version.server";
import { type ExportedTable, exportedTables, leftOutTables } from "./tables.server";
import { writeZip, type ZipEntry } from "./write-zip.server";

interface PortalExport {
  /** Where people's files lie. */
  store: FileStore;
  /** Where the zip goes; ended when all of it is there. */
  out: Writable;
  appVersion: string;
  /** What the export says of when it was made: the same rows and the same moment make the same bytes. */
  at: Date;
  /** Told of each table when it is written. */
  onTable?: (name: string, rows: number) => void;
}

/**
 * Writes all that makes up the portal as one zip, as it stands at one moment: who changes something meanwhile is not
 * held up on a server; the embedded database has one connection and answers nobody else until the end.
 */
export async function exportPortal(db: Db, { store, out, appVersion, at, onTable }: PortalExport): Promise<void> {
  await db.transaction(
    async (tx) => {
      await tx.execute(sql`set local time zone 'UTC'`);
      await tx.execute(sql`set local statement_timeout = '10min'`);
      // The disk, or whoever takes the bytes, may be slow.
      await tx.execute(sql`set local idle_in_transaction_session_timeout = '10min'`);
      const manifest: Manifest = {
        format: formatName,
        formatVersion,
        schemaVersion: await schemaVersion(tx),
        appVersion,
        createdAt: at.toISOString(),
        csv: csvNote,
        tables: [],
        leftOut: leftOutTables,
        attachments: [],
      };
      const entries = exportedTables.flatMap((table) => tableEntries(tx, table, manifest, onTable));
      const files = await attachmentEntries(tx, store, manifest);
      await writeZip([...entries, ...files, { path: manifestPath, content: () => asText(manifest) }], out);
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

async function* asText(manifest: Manifest): AsyncGenerator<string> {
  yield `${JSON.stringify(manifest, null, 2)}\n`;
}

function tableEntries(
  tx: Db,
  table: ExportedTable,
  manifest: Manifest,
  onTable: PortalExport["onTable"],
): [ZipEntry, ZipEntry] {
  const said: Manifest["tables"][number] = {
    name: table.name,
    rows: 0,
    files: [],
    leftOutColumns: table.without,
    because: table.because,
    next: null,
  };
  return [
    {
      path: `tables/${table.name}.csv`,
      content: () => asCsv(tx, table),
      onDone: (file) => void said.files.push(file),
    },
    {
      path: `tables/${table.name}.jsonl`,
      async *content() {
        for await (const some of readRows(tx, table)) {
          said.rows += some.length;
          yield `${some.join("\n")}\n`;
        }
        said.next = await readNextNumber(tx, table);
      },
      onDone(file) {
        said.files.push(file);
        manifest.tables.push(said);
        onTable?.(table.name, said.rows);
      },
    },
  ];
}

async function* asCsv(tx: Db, table: ExportedTable): AsyncGenerator<string> {
  yield csvHeader(table.columns);
  for await (const some of readRows(tx, table)) {
    yield csvLines(
      some.map((text) => {
        const row = JSON.parse(text) as Record<string, Cell>;
        return table.columns.map((column) => row[column] ?? null);
      }),
    );
  }
}
