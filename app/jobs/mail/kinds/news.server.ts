import type { MailKinds } from "../mail-kind";
import { digests, news } from "../news/news.server";

export const newsMails = {
  move: news,
  merge: news,
  post: news,
  comments: news,
  digest: digests,
} satisfies MailKinds;
