import { eq } from "drizzle-orm";
import { v5 as uuidFrom } from "uuid";
import type { Db } from "#db/client.server";
import { attachments, ticketMessages } from "#db/schema";
import { DomainError, type Problem } from "../../core/domain-error";
import { fileNameOf } from "../../core/files/file-name";
import type { FileStore } from "../../core/files/file-store";
import { storeFile } from "../../feedback/attachments/attach-file.server";
import type { Row } from "../../feedback/attachments/keep-attachment.server";
import type { FileLimits } from "../../feedback/attachments/limits";
import type { MailFile } from "./mail";

interface TakeFiles {
  /** What the mail has become. */
  messageId: string;
  files: readonly MailFile[];
  limits: FileLimits;
  store: FileStore;
  at: Date;
}

/** Bytes: what is smaller and shown in the text is somebody's logo, or counts who reads a mail. */
const smallest = 5_000;

/** What people can see from the file itself that it cannot be taken; anything else may be better at the next try. */
const refusals: ReadonlySet<Problem> = new Set([
  "noFile",
  "fileTooLarge",
  "pictureBroken",
  "pictureTooLarge",
  "virusFound",
]);

/**
 * Adds the files of a mail to what it has become, by the rules that all files have; those that are refused are named there.
 * The same again adds nothing. Throws `scannerAway`, `storageFull`, `storageAway` or `busy`.
 */
export async function takeMailFiles(db: Db, { messageId, files, limits, store, at }: TakeFiles): Promise<void> {
  const leftOut: string[] = [];
  let position = 0;
  for (const { name, content, inline } of files) {
    if (inline && content.byteLength < smallest) continue;
    position += 1;
    const id = uuidFrom(String(position), messageId);
    const isThere = (await db.$count(attachments, eq(attachments.id, id))) > 0;
    if (isThere) continue;
    const row = { ticketMessageId: messageId, position, createdAt: at };
    if (position > limits.filesPerText) {
      leftOut.push(fileNameOf(name));
      continue;
    }
    try {
      const sent = { id, fileName: name, pieces: piecesOf(content), limits, store, by: messageId };
      await storeFile(sent, (file) => keep(db, { ...file, ...row }));
    } catch (error) {
      if (!(error instanceof DomainError) || !refusals.has(error.code)) throw error;
      leftOut.push(fileNameOf(name));
    }
  }
  if (leftOut.length > 0) await db.update(ticketMessages).set({ leftOut }).where(eq(ticketMessages.id, messageId));
}

async function* piecesOf(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

type NewRow = Row & { ticketMessageId: string; position: number; createdAt: Date };

/** Unless the message was thrown away meanwhile. */
async function keep(db: Db, row: NewRow): Promise<{ attachment: undefined; isOurs: boolean }> {
  return db.transaction(async (tx) => {
    const [message] = await tx
      .select({ id: ticketMessages.id })
      .from(ticketMessages)
      .where(eq(ticketMessages.id, row.ticketMessageId))
      .for("key share");
    if (!message) return { attachment: undefined, isOurs: false };
    const added = await tx.insert(attachments).values(row).onConflictDoNothing().returning({ id: attachments.id });
    return { attachment: undefined, isOurs: added.length > 0 };
  });
}
