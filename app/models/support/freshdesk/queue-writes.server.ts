import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { freshdeskWrites } from "#db/schema";
import type { WriteData, WriteKind } from "#db/schema/support/freshdesk";

export interface NewWrite {
  /** Given where a form has made it up. */
  id?: string;
  /** What it follows from; the same again is not queued again. */
  eventId: number | null;
  postId: string | null;
  /** The ticket of ours that it is about. */
  ticketId?: string;
  /** Absent for a new ticket. */
  ticket?: number;
  kind: WriteKind;
  data?: WriteData;
}

const pageLength = 500;

/** Queues what is to be written to Freshdesk, each once, in the order given. */
export async function queueWrites(tx: Db, writes: NewWrite[], at = new Date()): Promise<void> {
  if (writes.length === 0) return;
  for (let i = 0; i < writes.length; i += pageLength) {
    const page = writes.slice(i, i + pageLength);
    await tx
      .insert(freshdeskWrites)
      .values(page.map((write) => ({ ...write, id: write.id ?? uuid(), createdAt: at, dueAt: at })))
      .onConflictDoNothing();
  }
  await enqueue(tx, [{ name: "send-to-freshdesk", data: {} }]);
}
