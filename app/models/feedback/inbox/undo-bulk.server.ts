import type { Db } from "#db/client.server";
import { undoBulk } from "../../core/bulk/undo-bulk.server";
import type { User } from "../../core/users/viewer";
import { postsInBulk } from "./posts-in-bulk.server";

/** Takes a bulk action on posts back. Throws `forbidden` or `notFound`. */
export async function undoBulkAction(db: Db, input: { viewer: User; id: string; at?: Date }): Promise<void> {
  await undoBulk(db, postsInBulk, input);
}
