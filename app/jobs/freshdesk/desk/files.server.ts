import { buffer } from "node:stream/consumers";
import type { FreshdeskFile } from "~/integrations/freshdesk/write-tickets.server";
import { keyOf } from "~/models/feedback/attachments/storage-key";
import type { findHandedMessage } from "~/models/support/freshdesk/handover-facts.server";
import type { Account } from "../account";

type Files = NonNullable<Awaited<ReturnType<typeof findHandedMessage>>>["files"];

/** The files of a message as Freshdesk takes them, and the names of those that stay here. */
export async function loadFiles(
  { storage }: Account,
  files: Files,
): Promise<{ along: FreshdeskFile[]; left: string[] }> {
  const along: FreshdeskFile[] = [];
  const left: string[] = [];
  for (const { name, type, storageKey, fits } of files) {
    const content = fits ? await storage.get(keyOf(storageKey)) : undefined;
    if (content) along.push({ name, type, bytes: new Uint8Array(await buffer(content)) });
    else left.push(name);
  }
  return { along, left };
}
