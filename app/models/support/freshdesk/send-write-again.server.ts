import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { freshdeskWrites, moves } from "#db/schema";
import type { WriteData } from "#db/schema/support/freshdesk";
import { DomainError } from "../../core/domain-error";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { keepLog } from "./keep-log.server";
import { findSettings } from "./settings.server";

interface SendWriteAgain {
  viewer: User;
  /** The write that Freshdesk refused. */
  id: string;
  at?: Date;
}

/**
 * Has a refused write sent again, once its cause is gone. A status follows the mapping as it is now. Throws
 * `writeNotAgain` where it is not refused any more.
 */
export async function sendWriteAgain(db: Db, { viewer, id, at = new Date() }: SendWriteAgain): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [write] = await tx.select().from(freshdeskWrites).where(eq(freshdeskWrites.id, id)).for("update");
    if (!write) throw new DomainError("notFound");
    if (write.state !== "refused") throw new DomainError("writeNotAgain");
    // What Freshdesk found fault with never arrived; where it was merely given up, it may have.
    const state = write.problems.length > 0 ? "queued" : "uncertain";
    const data = write.kind === "update" ? await withStatusOfNow(tx, write.data) : write.data;
    await tx
      .update(freshdeskWrites)
      .set({ state, data, attempts: 0, dueAt: at, settledAt: null })
      .where(eq(freshdeskWrites.id, id));
    const { ticket, postId } = write;
    if (ticket) await keepLog(tx, [{ ticket, postId, kind: "sent_again", at }]);
    await enqueue(tx, [{ name: "send-to-freshdesk", data: {} }]);
  });
}

async function withStatusOfNow(tx: Db, data: WriteData): Promise<WriteData> {
  const [move] = data.moveId ? await tx.select({ to: moves.to }).from(moves).where(eq(moves.id, data.moveId)) : [];
  if (!move) return data;
  const { statusMap } = await findSettings(tx);
  return { ...data, status: statusMap[move.to] };
}
