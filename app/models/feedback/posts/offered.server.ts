import type { Db } from "#db/client.server";
import type { PostStatus } from "#db/schema/feedback/posts";
import { readSetting } from "../../core/settings/settings.server";

/** Whether posts of this portal can be moved there. */
export async function isOffered(db: Db, status: PostStatus): Promise<boolean> {
  return (await readSetting(db, "statuses"))[status].isOffered;
}
