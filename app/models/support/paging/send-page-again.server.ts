import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { pages } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";

interface SendPageAgain {
  viewer: User;
  /** What PagerDuty has not taken. */
  id: string;
  at?: Date;
}

/** Has what failed sent again, once its cause is gone. Throws `forbidden`, `notFound` or `pageNotAgain`. */
export async function sendPageAgain(db: Db, { viewer, id, at = new Date() }: SendPageAgain): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [page] = await tx.select({ state: pages.state }).from(pages).where(eq(pages.id, id)).for("update");
    if (!page) throw new DomainError("notFound");
    if (page.state !== "failed") throw new DomainError("pageNotAgain");
    await tx
      .update(pages)
      .set({ state: "waiting", attempts: 0, askedAt: at, dueAt: at, settledAt: null })
      .where(eq(pages.id, id));
    await enqueue(tx, [{ name: "send-pages", data: {} }]);
  });
}
