import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, follows, mailTokens, posts, users } from "#db/schema";
import type { MailPace } from "#db/schema/core/users";
import type { FollowLevel } from "#db/schema/feedback/posts";
import type { MailScope } from "#db/schema/telling/deliveries";
import { hashToken } from "../../telling/deliveries/tokens.server";
import { changePace, unsubscribe } from "../../telling/notifications/change-pace.server";
import { judgeSolution, noteAsked } from "./judge-solution.server";
import { mutePost, unmutePost } from "./mute-post.server";
import { postsVisibleToUsers } from "./visible-posts.server";

/** The post that a link in a mail is about, and what its person has chosen so far. */
export type MailLink = NonNullable<Awaited<ReturnType<typeof findLink>>>;

export const findStopLink = (db: Db, token: string) => findLink(db, token, ["unsubscribe", "mute"]);

export const findSolvedLink = async (db: Db, token: string) => {
  const link = await findLink(db, token, ["solved"]);
  return link?.post ? { ...link, post: link.post } : undefined;
};

/** Undefined for a token that is not known. The post's title is there as long as the person may see the post. */
async function findLink(db: Db, token: string, scopes: MailScope[]) {
  const [link] = await db
    .select({
      scope: mailTokens.scope,
      postId: mailTokens.postId,
      user: { id: users.id, name: users.name, role: users.role, language: users.language },
      mailPace: users.mailPace,
      level: follows.level,
      post: { id: posts.id, number: posts.number, title: posts.title },
      mayBeSeen: postsVisibleToUsers().mapWith(Boolean),
    })
    .from(mailTokens)
    .innerJoin(users, eq(users.id, mailTokens.userId))
    .leftJoin(posts, eq(posts.id, mailTokens.postId))
    .leftJoin(boards, eq(boards.id, posts.boardId))
    .leftJoin(follows, and(eq(follows.postId, mailTokens.postId), eq(follows.userId, mailTokens.userId)))
    .where(and(eq(mailTokens.hash, hashToken(token)), inArray(mailTokens.scope, scopes)));
  if (!link) return;
  const { post, mayBeSeen, ...rest } = link;
  return { ...rest, post: post && mayBeSeen ? post : undefined };
}

/** The preference or the follow before a link changed it, to take that back. */
export type Before = { mailPace: MailPace } | { level: FollowLevel | null };

/**
 * Does what an unsubscribing link says: no more mail about posts, or none about one post. The same again changes
 * nothing, and a token that is not known does nothing. Resolves to how it was before, if that is a change.
 */
export async function followStopLink(db: Db, token: string, at = new Date()): Promise<Before | undefined> {
  const link = await findStopLink(db, token);
  if (!link || isStopped(link)) return;
  if (link.scope === "unsubscribe") {
    await unsubscribe(db, { userId: link.user.id, at });
    return { mailPace: link.mailPace };
  }
  if (!link.postId) return;
  await mutePost(db, { userId: link.user.id, postId: link.postId, at });
  return { level: link.level };
}

export const isStopped = ({ scope, mailPace, level }: Pick<MailLink, "scope" | "mailPace" | "level">): boolean =>
  scope === "mute" ? level === "muted" : mailPace === "off";

interface Undo {
  token: string;
  /** How it was before; else as it is for new people. */
  mailPace?: Exclude<MailPace, "off">;
  level?: Exclude<FollowLevel, "muted">;
  at?: Date;
}

/** Takes back what an unsubscribing link did. */
export async function undoStopLink(
  db: Db,
  { token, mailPace = "bundled", level = "milestones", at = new Date() }: Undo,
): Promise<void> {
  const link = await findStopLink(db, token);
  if (!link || !isStopped(link)) return;
  if (link.scope === "unsubscribe") await changePace(db, { viewer: link.user, mailPace, at });
  else if (link.postId) await unmutePost(db, { userId: link.user.id, postId: link.postId, level, at });
}

/** Judges by a link whether a post was solved. Resolves to whether there was anything to judge. */
export async function followSolvedLink(
  db: Db,
  { token, isSolved, at = new Date() }: { token: string; isSolved: boolean; at?: Date },
): Promise<boolean> {
  const link = await findSolvedLink(db, token);
  if (!link) return false;
  const { user, post } = link;
  await db.transaction(async (tx) => {
    await noteAsked(tx, { userId: user.id, postId: post.id, at });
    await judgeSolution(tx, { viewer: user, postId: post.id, isSolved, at });
  });
  return true;
}
