import { and, asc, isNull } from "drizzle-orm";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import { columnsShown } from "../../feedback/attachments/columns-shown.server";
import type { Attached } from "../../feedback/attachments/list-attachments.server";

/** The files of what was said, by the ids of messages of which the caller knows that the reader may see them. */
export async function listTicketFiles(db: Db, messages: readonly { id: string }[]): Promise<Attached> {
  if (messages.length === 0) return {};
  const { ticketMessageId, removedAt, position, id } = attachments;
  const found = await db
    .select({ ...columnsShown, ticketMessageId })
    .from(attachments)
    .where(
      and(
        isAnyOf(
          ticketMessageId,
          messages.map((message) => message.id),
        ),
        isNull(removedAt),
      ),
    )
    .orderBy(asc(position), asc(id));
  const attached: Attached = {};
  for (const { ticketMessageId: messageId, ...file } of found) (attached[messageId ?? ""] ??= []).push(file);
  return attached;
}
