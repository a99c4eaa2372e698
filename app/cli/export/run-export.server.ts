import { createWriteStream, readFileSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { Db } from "#db/client.server";
import { exportPortal } from "~/models/admin/exports/export-portal.server";
import type { FileStore } from "~/models/core/files/file-store";
import { counted } from "../import/labels";

interface Export {
  store: FileStore;
  file: string;
  at: Date;
  print: (line: string) => void;
}

/** Writes the file, or leaves none: until all of it is there it is called `FILE.part`. */
export async function runExport(db: Db, { store, file, at, print }: Export): Promise<void> {
  const part = `${file}.part`;
  try {
    // Readable by whoever runs this, and nobody else.
    const out = createWriteStream(part, { mode: 0o600 });
    const onTable = (name: string, rows: number) => print(`  ${name.padEnd(18)} ${counted(rows, "row")}`);
    await exportPortal(db, { store, out, appVersion: appVersion(), at, onTable });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  print(`The portal is in ${file}.`);
}

const appVersion = (): string => JSON.parse(readFileSync("package.json", "utf8")).version;
