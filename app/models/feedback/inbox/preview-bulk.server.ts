import type { Db } from "#db/client.server";
import { previewBulk as preview } from "../../core/bulk/preview-bulk.server";
import type { User } from "../../core/users/viewer";
import type { Change } from "./change";
import { postsInBulk } from "./posts-in-bulk.server";

/** What a change would do to each of some posts, and how many people would hear of it. Throws `forbidden`. */
export async function previewBulk(db: Db, viewer: User, { change, numbers }: { change: Change; numbers: number[] }) {
  const { items, ...more } = await preview(db, postsInBulk, { viewer, change, keys: numbers });
  return { posts: items, ...more };
}
