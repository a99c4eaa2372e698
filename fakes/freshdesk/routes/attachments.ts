import { invalid } from "../http/answers";
import type { Call } from "../http/call";
import type { File } from "../http/multipart";
import type { Attachment, Ticket } from "../state/types";

const most = 20 * 1024 * 1024;

/** Keeps the files of a form; those of a ticket and of its conversations together may have 20 MB. */
export function keepFiles({ account, body }: Call, ticket?: Ticket): Attachment[] {
  const files = (body.attachments ?? []) as File[];
  if (files.some((file) => !Buffer.isBuffer(file?.bytes))) {
    const message = "It should contain elements of type valid file format only";
    throw invalid({ field: "attachments", message, code: "datatype_mismatch" });
  }
  const conversations = ticket ? (account.conversations.get(ticket.id) ?? []) : [];
  const before = [...(ticket?.attachments ?? []), ...conversations.flatMap(({ attachments }) => attachments)];
  const total = [...before, ...files].reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > most) {
    const message = `Total size of the attachments is more than the maximum allowed size of 20 MB`;
    throw invalid({ field: "attachments", message, code: "invalid_value" });
  }
  return files.map((file) => {
    const kept = { ...file, id: account.nextId(), size: file.bytes.length, created_at: account.clock.now() };
    account.attachments.set(kept.id, kept);
    return kept;
  });
}
