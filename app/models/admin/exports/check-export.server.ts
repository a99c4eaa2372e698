import { createHash } from "node:crypto";
import { requireAttachments } from "./attachments.server";
import { type ExportedFile, type Manifest, manifestPath, manifestShape } from "./manifest";
import { NotRestorable } from "./not-restorable";
import type { OpenZip } from "./open-zip.server";
import { exportedTables } from "./tables.server";
import { unpack } from "./unpack.server";

/** It names every file that people have attached. */
const largestManifest = 100_000_000;

/** Reads what the export says of itself, and compares every file with that. Throws `NotRestorable`. */
export async function checkExport(zip: OpenZip, schemaVersion: number): Promise<Manifest> {
  const manifest = await readManifest(zip);
  const { schemaVersion: made, appVersion, tables } = manifest;
  if (made !== schemaVersion) throw new NotRestorable({ code: "otherSchema", made, here: schemaVersion, appVersion });
  const known = new Set(exportedTables.map(({ name }) => name));
  const named = new Set(tables.map(({ name }) => name));
  const strange = [...known, ...named].filter((name) => !known.has(name) || !named.has(name));
  if (strange.length > 0 || named.size < tables.length) {
    throw new NotRestorable({ code: "otherTables", names: strange });
  }
  const files = [...tables.flatMap(({ files }) => files), ...manifest.attachments];
  requireAttachments(manifest);
  const listed = new Set([manifestPath, ...files.map(({ path }) => path)]);
  const unexpected = zip.paths.find((path) => !listed.has(path));
  if (unexpected) throw new NotRestorable({ code: "unexpectedFile", path: unexpected });
  for (const file of files) await checkFile(zip, file);
  return manifest;
}

async function readManifest(zip: OpenZip): Promise<Manifest> {
  if (!zip.paths.includes(manifestPath)) throw new NotRestorable({ code: "noManifest" });
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of unpack(zip, manifestPath)) {
    size += piece.length;
    if (size > largestManifest) throw new NotRestorable({ code: "tooLarge", path: manifestPath });
    pieces.push(piece);
  }
  const { success, data } = manifestShape.safeParse(parse(Buffer.concat(pieces).toString()));
  if (!success) throw new NotRestorable({ code: "noManifest" });
  return data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function checkFile(zip: OpenZip, { path, bytes, sha256 }: ExportedFile): Promise<void> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const piece of unpack(zip, path)) {
    size += piece.length;
    if (size > bytes) break;
    hash.update(piece);
  }
  if (size !== bytes || hash.digest("hex") !== sha256) throw new NotRestorable({ code: "damaged", path });
}
