import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Db } from "#db/client.server";
import { DomainError } from "../../core/domain-error";
import { isPicture, readMediaType } from "../../core/files/media-type.server";
import { makeSmall } from "../../core/files/pictures.server";
import { receiveFile } from "../../core/files/receive-file.server";
import { withWorkFolder } from "../../core/files/work-folder.server";
import type { PortalPicture } from "../../core/settings/kinds";
import { mostMegabytes, pictureSizes } from "../../core/settings/portal-picture";
import type { PictureName } from "../../core/settings/table";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { changeSettings } from "./change-settings.server";

interface ChangePicture {
  viewer: User;
  name: PictureName;
  /** The file as it comes; null for none any more. */
  pieces: AsyncIterable<Uint8Array> | null;
  at?: Date;
}

/**
 * Gives the portal a picture of its own, or none. Throws `forbidden`, and `noFile`, `fileTooLarge`, `notAPicture`,
 * `pictureBroken`, `pictureTooLarge`, `storageFull` or `busy`.
 */
export async function changePicture(db: Db, { viewer, name, pieces, at }: ChangePicture): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const picture = pieces && (await makePortalPicture(name, pieces, viewer.id));
  await changeSettings(db, { viewer, values: { [name]: picture }, at });
}

function makePortalPicture(name: PictureName, pieces: AsyncIterable<Uint8Array>, by: string): Promise<PortalPicture> {
  return withWorkFolder(async (folder) => {
    const file = path.join(folder, "sent");
    await receiveFile(file, pieces, mostMegabytes);
    if (!isPicture(await readMediaType(file))) throw new DomainError("notAPicture");
    const made = await makeSmall(file, { folder, by, size: pictureSizes[name] });
    const bytes = await readFile(made.file);
    const version = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
    return { width: made.width, height: made.height, version, png: bytes.toString("base64") };
  });
}
