import { askIfSolved } from "~/models/feedback/posts/ask-if-solved.server";
import { categoryOf } from "~/models/feedback/posts/lifecycle";
import type { MoveNews } from "~/models/feedback/posts/news";
import { moveInDigest, moveMail } from "../../../../emails/move";
import type { Tools } from "../../tools.server";
import type { Shown, Writing } from "./show";

export async function showMove(news: MoveNews, { tools, userId, linkTo }: Writing): Promise<Shown> {
  const { notificationId: id, post, reason, since, at, actorName: by } = news;
  const { from, to, answerHtml, release, byAuthor } = news;
  const solvedLink = (await asksIfSolved(tools, userId, news)) ? linkTo("solved", post.id) : undefined;
  const move = { id, reason, since, at, by, from, to, answerHtml, release, byAuthor, solvedLink };
  return {
    post,
    continues: post.id,
    counts: "moves",
    alone: (around, post) => moveMail({ ...around, post, move }),
    inDigest: (around, post) => moveInDigest({ ...around, post, move }),
  };
}

/** Whoever asked or voted for a post that is done is asked, unless it has moved on since. */
async function asksIfSolved({ db }: Tools, userId: string, { from, to, reason, post, at }: MoveNews): Promise<boolean> {
  const concerns =
    from !== to && categoryOf(to) === "done" && post.status === to && (reason === "author" || reason === "voter");
  return concerns && askIfSolved(db, { postId: post.id, userId, at });
}
