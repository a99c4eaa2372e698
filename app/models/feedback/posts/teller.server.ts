import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { boards, bugDetails, events, moves, notifications, posts } from "#db/schema";
import type { Words } from "~/i18n";
import { gapsOf } from "../../telling/notifications/gaps";
import type { Teller, ToldEvent } from "../../telling/notifications/teller";
import type { PostsNews } from "./news";
import { hasNotMuted } from "./not-muted.server";
import { postPath } from "./post-path";
import { followersOf, mentionedIn, recipientsOfPost } from "./recipients.server";
import { actors, isPostThere, toldColumns } from "./told-of-post.server";
import { postsVisibleToUsers } from "./visible-posts.server";

const originals = alias(posts, "originals");
const originalId = sql`(${events.data} ->> 'originalId')::uuid`;
const moveId = sql`(${events.data} ->> 'moveId')::uuid`;

type PostEvent = ToldEvent<"post.submitted" | "post.status_changed" | "post.merged" | "post.assigned">;

export const postsTeller: Teller<PostsNews> = {
  tells: { "post.submitted": "post", "post.status_changed": "move", "post.merged": "merge", "post.assigned": null },

  async recipients(db, event, page) {
    const about = event as PostEvent;
    const but = about.type === "post.merged" ? hasNotMuted(about.data.originalId) : undefined;
    return recipientsOfPost(db, event, { ...page, causes: await causesOf(db, about), but });
  },

  place: isPostThere,
  isWhole(type, reader) {
    if (type === "post.assigned") return sql`${posts.assigneeId} = ${notifications.userId}`;
    if (type === "post.status_changed") return sql`exists (select from ${moves} where ${moves.id} = ${moveId})`;
    if (type !== "post.merged") return;
    return sql`exists (select from ${posts} as originals
      where originals.id = ${originalId} and ${postsVisibleToUsers(originals, reader)})`;
  },

  async news(db, ids) {
    return (await findRows(db, ids)).flatMap((row) => newsOf(row) ?? []);
  },

  describe(words, news) {
    const path = postPath(news.type === "merge" ? news.original : news.post);
    return { sentence: sayNews(words, news), path };
  },
};

async function causesOf(db: Db, event: PostEvent): Promise<SQL[]> {
  if (event.type === "post.assigned") {
    return [sql`select id as user_id, 'mentioned' as because from users where id = ${event.data.to}`];
  }
  if (event.type !== "post.submitted") return [followersOf(event.postId, sql`level <> 'muted'`)];
  const watchers = sql`select user_id, 'watcher' as because from board_watchers
    where board_id = (select board_id from posts where id = ${event.postId})`;
  return [...mentionedIn(await findHtml(db, event.postId ?? ""), event), watchers];
}

async function findHtml(db: Db, postId: string): Promise<string> {
  const all = sql<string>`concat(${posts.bodyHtml}, ${bugDetails.stepsHtml}, ${bugDetails.expectedHtml},
    ${bugDetails.actualHtml})`;
  const [post] = await db
    .select({ html: all })
    .from(posts)
    .leftJoin(bugDetails, eq(bugDetails.postId, posts.id))
    .where(eq(posts.id, postId));
  return post?.html ?? "";
}

/** Reads what news about posts is made of. */
function findRows(db: Db, ids: string[]) {
  const { id, number, kind, status, title, voteCount } = originals;
  const { from, to, answerHtml, release, byAuthor } = moves;
  return db
    .select({
      ...toldColumns,
      excerpt: posts.excerpt,
      boardName: boards.name,
      move: { from, to, answerHtml, release, byAuthor },
      original: { id, number, kind, status, title, voteCount },
    })
    .from(notifications)
    .innerJoin(events, eq(events.id, notifications.eventId))
    .innerJoin(posts, eq(posts.id, notifications.postId))
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .leftJoin(actors, eq(actors.id, events.actorId))
    .leftJoin(moves, eq(moves.id, moveId))
    .leftJoin(originals, eq(originals.id, originalId))
    .where(inArray(notifications.id, ids));
}

type Row = Awaited<ReturnType<typeof findRows>>[number];

function newsOf({ type, excerpt, boardName, move, original, ...told }: Row): PostsNews | undefined {
  if (type === "post.status_changed") return move ? { type: "move", ...told, ...move } : undefined;
  if (type === "post.merged") return original ? { type: "merge", ...told, original } : undefined;
  return type === "post.assigned" ? { type: "assignment", ...told } : { type: "post", ...told, boardName, excerpt };
}

function sayNews(words: Words, news: PostsNews): string {
  const { t } = words;
  const { title } = news.post;
  const gaps = gapsOf(words, news, { title });
  switch (news.type) {
    case "move":
      if (news.byAuthor) return t("notifications.says.closed", gaps);
      if (news.from === news.to) return t(`notifications.says.answered.${relationTo(news)}`, gaps);
      return t(`notifications.says.moved.${relationTo(news)}`, { ...gaps, status: news.to });
    case "merge": {
      const both = gapsOf(words, news, { title, original: news.original.title });
      return t(`notifications.says.merged.${relationTo(news)}`, both);
    }
    case "post":
      if (news.reason === "mentioned") return t("notifications.says.mentionedInPost", gaps);
      return t("notifications.says.posted", gapsOf(words, news, { title, board: news.boardName }));
    case "assignment":
      return t("notifications.says.assigned", gaps);
  }
}

/** Whether the reader wrote the post, voted for it, or neither. */
const relationTo = ({ reason }: PostsNews): "author" | "voter" | "other" =>
  reason === "author" || reason === "voter" ? reason : "other";
