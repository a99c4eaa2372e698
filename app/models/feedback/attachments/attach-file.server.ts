import { createReadStream } from "node:fs";
import path from "node:path";
import { v4 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { fileNameOf } from "../../core/files/file-name";
import type { FileStore } from "../../core/files/file-store";
import { isPicture, readMediaType } from "../../core/files/media-type.server";
import { makePicture, type Picture } from "../../core/files/pictures.server";
import { type Received, receiveFile } from "../../core/files/receive-file.server";
import { withWorkFolder } from "../../core/files/work-folder.server";
import { type Attachment, type Destination, type FileSender, isGuest } from "./attachment";
import { findSame, keepAttachment, type Row, requireRoom } from "./keep-attachment.server";
import type { FileLimits } from "./limits";
import { keyOf, keysOf } from "./storage-key";

interface AttachFile {
  viewer: FileSender;
  /** Made by the client, or of what the file is: the same file sent again is there once. */
  id: string | IdOf;
  to: Destination;
  fileName: string;
  pieces: AsyncIterable<Uint8Array>;
  limits: FileLimits;
  store: FileStore;
  at?: Date;
}

/**
 * Takes a file as it comes: all of it is there in the end, or nothing. Pictures are made anew. Throws `noFile`,
 * `fileTooLarge`, `tooManyFiles`, `pictureBroken`, `pictureTooLarge`, `virusFound`, `scannerAway`, `storageFull`,
 * `storageAway`, `busy`, `idTaken`, `notFound`, `forbidden`, `postMerged` or `signInFirst`.
 */
export async function attachFile(db: Db, sent: AttachFile): Promise<Attachment> {
  const { viewer, id, to, limits, at = new Date() } = sent;
  const by = isGuest(viewer) ? viewer.guest : viewer.id;
  if (typeof id === "string") {
    const same = await findSame(db, viewer, id);
    if (same) return same;
    await requireRoom(db, { viewer, to, limits });
  }
  return storeFile({ ...sent, by }, (row) => keepAttachment(db, { viewer, to, limits, row, at }));
}

/** What a file is called that is known by its content. */
export type IdOf = (file: Pick<Row, "name" | "sha256">) => string;

interface StoreFile extends Pick<AttachFile, "id" | "fileName" | "pieces" | "limits" | "store"> {
  /** Whose turn it is: nobody's pictures hold up everybody else's. */
  by: string;
}

/**
 * Looks into a file and puts its bytes where they belong; then its row is written by `keep`, which says whether it is ours:
 * of one that was there already the bytes are dropped again.
 */
export async function storeFile<Kept>(
  sent: StoreFile,
  keep: (row: Row) => Promise<{ attachment: Kept; isOurs: boolean }>,
): Promise<Kept> {
  const { id, store } = sent;
  return withWorkFolder(async (folder) => {
    const { file, name, mediaType, picture, sha256, bytes } = await inspect(folder, sent);
    const storageKey = uuid();
    const widths = picture ? picture.sizes.slice(1).map(({ width }) => width) : [];
    const drop = async () => {
      for (const key of keysOf({ storageKey, widths })) await store.remove(key);
    };
    const row = {
      id: typeof id === "string" ? id : id({ name, sha256 }),
      storageKey,
      name,
      mediaType,
      bytes,
      sha256,
      widths,
    };
    const size = { width: picture?.width ?? null, height: picture?.height ?? null };
    try {
      await putAll(store, storageKey, { file, bytes, mediaType, picture });
      const { attachment, isOurs } = await keep({ ...row, ...size });
      if (!isOurs) await drop();
      return attachment;
    } catch (error) {
      // What cannot be removed now belongs to nothing, and goes with the next clean-up.
      await drop().catch(() => {});
      throw error;
    }
  });
}

interface Inspected extends Received {
  file: string;
  name: string;
  mediaType: string;
  picture: Picture | undefined;
}

async function inspect(folder: string, { by, fileName, pieces, limits, store }: StoreFile): Promise<Inspected> {
  const file = path.join(folder, "sent");
  const received = await receiveFile(file, pieces, limits.megabytesPerFile);
  await store.scan(() => createReadStream(file));
  const mediaType = await readMediaType(file);
  const picture = isPicture(mediaType) ? await makePicture(file, { folder, by }) : undefined;
  const name = fileNameOf(fileName);
  return { ...received, file, name, mediaType, picture, bytes: picture?.sizes[0]?.bytes ?? received.bytes };
}

async function putAll(
  store: FileStore,
  storageKey: string,
  { file, bytes, mediaType, picture }: Pick<Inspected, "file" | "bytes" | "mediaType" | "picture">,
): Promise<void> {
  const [first, ...smaller] = picture?.sizes ?? [{ file, bytes, width: 0 }];
  const type = picture ? "image/webp" : mediaType;
  const put = (key: string, one: { file: string; bytes: number }) =>
    store.put(key, { content: createReadStream(one.file), bytes: one.bytes, type });
  if (first) await put(keyOf(storageKey), first);
  for (const one of smaller) await put(keyOf(storageKey, one.width), one);
}
