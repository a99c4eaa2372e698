import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { v5 as uuidFrom } from "uuid";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import type { Storage } from "~/integrations/storage/storage";
import type { User } from "~/models/core/users/viewer";
import { keyOf } from "~/models/feedback/attachments/storage-key";
import type { PictureStory } from "./story";

/** What stories show, made as pictures of posts are: `battery.webp` whole, `battery-320.webp` at that width. */
const folder = path.resolve("app/cli/demo/pictures");
const widths = [320];

const storageKeyOf = (name: string) => uuidFrom(name, uuidFrom.URL);

interface Shown {
  postId: string;
  pictures: PictureStory[];
  viewer: User;
  at: Date;
}

/** Writes down the pictures of a post; their bytes are stored apart, by `storePictures`. */
export async function showPictures(tx: Db, { postId, pictures, viewer, at }: Shown): Promise<void> {
  for (const [i, { name, alt }] of pictures.entries()) {
    const bytes = await readFile(path.join(folder, `${name}.webp`));
    const { width, height } = await sharp(bytes).metadata();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const file = { name: `${name}.png`, mediaType: "image/png", bytes: bytes.length, sha256, width, height, widths };
    const place = { postId, uploaderId: viewer.id, position: i + 1, createdAt: at };
    const keys = { id: uuidFrom(name, postId), storageKey: storageKeyOf(name) };
    await tx.insert(attachments).values({ ...keys, ...file, ...place, alt });
  }
}

/** Puts the bytes of all pictures where files lie; again, it changes nothing. */
export async function storePictures(storage: Storage): Promise<void> {
  for (const entry of await readdir(folder)) {
    const [, name = "", size] = /^([a-z-]+?)(?:-(\d+))?\.webp$/.exec(entry) ?? [];
    const file = path.join(folder, entry);
    const key = keyOf(storageKeyOf(name), size ? Number(size) : undefined);
    const { size: bytes } = await stat(file);
    await storage.put(key, { content: createReadStream(file), bytes, type: "image/webp" });
  }
}
