import { z } from "zod";
import { forgetSentMail } from "~/models/admin/personal-data/forget-mail.server";
import { findDeletedUserId, forgetOnPost, listTracedPosts } from "~/models/admin/personal-data/forget-traces.server";
import { refreshVocabulary } from "~/models/core/search-index/refresh-vocabulary.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number() });

/** What a deleted account leaves behind: following, counts, words that nobody else uses, and mails that were under way. */
export async function forgetTraces({ db }: Tools, job: unknown): Promise<void> {
  const userId = await findDeletedUserId(db, data.parse(job).eventId);
  if (!userId) return;
  for (const postId of await listTracedPosts(db, userId)) await forgetOnPost(db, { userId, postId });
  await refreshVocabulary(db);
  if (!(await forgetSentMail(db, userId)))
    throw new Error("A mail is still under way; it is forgotten in a later try.");
}
