import { Readable } from "node:stream";
import { asc, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import type { FileStore } from "../../core/files/file-store";
import { keysOf } from "../../feedback/attachments/storage-key";
import type { Manifest } from "./manifest";
import { NotRestorable } from "./not-restorable";
import type { OpenZip } from "./open-zip.server";
import type { ZipEntry } from "./write-zip.server";

const folder = "files/";

/** The bytes of all files, which the manifest then names. What is gone from where it was stored is empty. */
export async function attachmentEntries(tx: Db, store: FileStore, manifest: Manifest): Promise<ZipEntry[]> {
  const { storageKey, widths } = attachments;
  const found = await tx
    .selectDistinct({ storageKey, widths })
    .from(attachments)
    .where(isNull(attachments.removedAt))
    .orderBy(asc(storageKey));
  return found.flatMap(keysOf).map((key) => ({
    path: folder + key,
    isUnpacked: true,
    async *content() {
      yield* (await store.get(key)) ?? [];
    },
    onDone: (file) => void manifest.attachments.push(file),
  }));
}

const plain = /^files\/[\da-f-]{36}\/(?:whole|\d{1,5})$/;

/** Refuses an export whose files would lie anywhere but where ours do. */
export function requireAttachments({ attachments }: Manifest): void {
  const strange = attachments.find(({ path }) => !plain.test(path));
  if (strange) throw new NotRestorable({ code: "unexpectedFile", path: strange.path });
}

/** Puts the files of an export where files lie; until there are rows for them they are nobody's. */
export async function restoreAttachments(zip: OpenZip, store: FileStore, manifest: Manifest): Promise<void> {
  for (const { path, bytes } of manifest.attachments) {
    const content = Readable.from(await zip.read(path));
    await store.put(path.slice(folder.length), { content, bytes, type: "application/octet-stream" });
  }
}
