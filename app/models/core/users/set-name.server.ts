import { eq, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { users } from "#db/schema";
import { recordEvent } from "../events/record.server";
import { touch } from "../events/touch.server";
import type { Touch } from "../events/touches";
import { giveHandle, takeTurnsForHandles } from "./give-handle.server";
import { isStaff } from "./policy";
import type { User } from "./viewer";

/** Chooses the name that others see; the first one makes the handle, too. */
export async function setName(
  db: Db,
  { viewer, name, at = new Date() }: { viewer: User; name: string; at?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await takeTurnsForHandles(tx);
    const [before] = await tx
      .select({ name: users.name, handle: users.handle })
      .from(users)
      .where(eq(users.id, viewer.id))
      .for("update");
    if (!before) return;
    if (before.name !== name) {
      await tx.update(users).set({ name }).where(eq(users.id, viewer.id));
      await recordEvent(tx, { type: "user.named", actorId: viewer.id, data: { from: before.name, to: name }, at });
      if (before.name !== null) await touch(tx, await pagesWithName(tx, viewer));
    }
    if (!before.handle) await giveHandle(tx, { id: viewer.id, name }, at);
  });
}

/** The most posts whose pages are dropped one by one; beyond that all pages are. */
const mostPosts = 200;

/** A member's name stands beside what they posted and commented on; what staff do is on pages of others, too. */
async function pagesWithName(tx: Db, viewer: User): Promise<Touch[]> {
  if (isStaff(viewer)) return ["all"];
  const found = await rows<{ id: string }>(
    tx,
    sql`select id from posts where author_id = ${viewer.id}
      union select post_id from comments where author_id = ${viewer.id} limit ${mostPosts + 1}`,
  );
  return found.length > mostPosts ? ["all"] : found.map(({ id }) => `post ${id}` as const);
}
