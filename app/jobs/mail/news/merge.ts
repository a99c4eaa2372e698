import type { MergeNews } from "~/models/feedback/posts/news";
import { mergeInDigest, mergeMail } from "../../../../emails/merge";
import { linkedPost, type Shown, type Writing } from "./show";

export function showMerge(news: MergeNews, { tools: { origin } }: Writing): Shown {
  const { notificationId: id, post, reason, since, at, actorName: by, original } = news;
  const { status, voteCount } = original;
  const merge = { id, reason, since, at, by, original: { ...linkedPost(original, origin), status, voteCount } };
  return {
    post,
    continues: original.id,
    counts: "merges",
    alone: (around, post) => mergeMail({ ...around, post, merge }),
    inDigest: (around, post) => mergeInDigest({ ...around, post, merge }),
  };
}
