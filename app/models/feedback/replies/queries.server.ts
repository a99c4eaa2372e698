import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, replies, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { isStaff } from "../../core/users/policy";
import type { User, Viewer } from "../../core/users/viewer";
import { visiblePosts } from "../posts/visible-posts.server";
import { fillIn } from "./fill-in";

const mostListed = 200;

/** All that the team has saved, by title. */
export async function listReplies(db: Db, viewer: User) {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  const { id, title, kind } = replies;
  return db.select({ id, title, kind }).from(replies).orderBy(asc(title)).limit(mostListed);
}

export async function findReply(db: Db, viewer: User, id: number) {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  const { title, bodyMarkdown, kind } = replies;
  const [reply] = await db
    .select({ id: replies.id, title, body: bodyMarkdown, kind })
    .from(replies)
    .where(eq(replies.id, id));
  return reply;
}

/** Those that fit a post; none for whoever does not belong to the team. */
export async function listRepliesFor(db: Db, viewer: Viewer, number: number) {
  if (!isStaff(viewer)) return [];
  const kindOfPost = sql`(select kind from posts where number = ${number})`;
  return db
    .select({ id: replies.id, title: replies.title })
    .from(replies)
    .where(or(isNull(replies.kind), eq(replies.kind, kindOfPost)))
    .orderBy(asc(replies.title))
    .limit(mostListed);
}

interface Filling {
  id: number;
  /** Of the post that is answered. */
  number: number;
  /** What to call an author who has no name. */
  nameless: string;
}

/** What a reply says about a post. */
export async function findFilledReply(db: Db, viewer: Viewer, { id, number, nameless }: Filling) {
  if (!isStaff(viewer)) return undefined;
  const [found] = await db
    .select({ text: replies.bodyMarkdown, title: posts.title, author: users.name })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .innerJoin(replies, eq(replies.id, id))
    .where(and(eq(posts.number, number), visiblePosts(db, viewer)));
  return found && fillIn(found.text, { title: found.title, author: found.author ?? nameless });
}
