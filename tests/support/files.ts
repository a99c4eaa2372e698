import { mkdirSync, readdirSync } from "node:fs";
import { eq } from "drizzle-orm";
import { v4 as uuid } from "uuid";
import { posts } from "#db/schema";
import { openFolder } from "~/integrations/storage/folder.server";
import { fileStore } from "~/jobs/file-store.server";
import { createLog } from "~/log.server";
import type { User } from "~/models/core/users/viewer";
import { attachFile } from "~/models/feedback/attachments/attach-file.server";
import type { Destination } from "~/models/feedback/attachments/attachment";
import { filesFolder, origin } from "./app";
import type { Visitor } from "./browser";
import { db } from "./database";

/** Where the files of a test file lie, as models see it. */
export const testStore = fileStore({ storage: openFolder(filesFolder), scan: undefined }, createLog("silent"));

/** What lies there, path by path. */
export function storedFiles(): string[] {
  mkdirSync(filesFolder, { recursive: true });
  const entries = readdirSync(filesFolder, { recursive: true, withFileTypes: true });
  return (entries as { name: string; isFile(): boolean }[]).filter((entry) => entry.isFile()).map(({ name }) => name);
}

const limits = { filesPerText: 10, megabytesPerFile: 1 };

/** Attaches a file in somebody's name; resolves to its id. `meanwhile`: before its last piece is there. */
export async function attach(
  viewer: User,
  to: Destination,
  name: string,
  content: Uint8Array | string = name,
  meanwhile?: () => Promise<unknown>,
) {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    await meanwhile?.();
    yield Buffer.from(content as string);
  }
  const sent = { viewer, id: uuid(), to, fileName: name, pieces: pieces(), limits, store: testStore };
  return (await attachFile(db, sent)).id;
}

export async function postAt(number: number): Promise<Destination> {
  const [row] = await db.select({ id: posts.id }).from(posts).where(eq(posts.number, number));
  return { kind: "post", id: row?.id ?? "" };
}

/** Sends a file as our own script does; `to` as its address has it: `post:0199…`. */
export async function sendFile(visitor: Visitor, to: string, file: File) {
  const body = new FormData();
  body.append("file", file);
  const cookie = [...visitor.cookies].map((pair) => pair.join("=")).join("; ");
  const headers = { Accept: "application/json", Cookie: cookie, Origin: origin() };
  const response = await fetch(`${origin()}/files?to=${to}&upload=${uuid()}`, { method: "POST", body, headers });
  return { status: response.status, ...((await response.json()) as { error?: string; files?: { id: string }[] }) };
}
