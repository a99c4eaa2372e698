import { and, asc, eq, isNull, not, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, savedReplies, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { isStaff } from "../../core/users/policy";
import type { User, Viewer } from "../../core/users/viewer";
import { visiblePosts } from "../posts/visible-posts.server";
import type { savedReplyKinds } from "./draft";
import { fillIn } from "./fill-in";

const mostListed = 200;

const { isForTickets, kind } = savedReplies;
const offeredFor = sql<
  (typeof savedReplyKinds)[number] | null
>`case when ${isForTickets} then 'ticket' else ${kind}::text end`;

/** Every saved reply, by title. Throws `forbidden`. */
export async function listSavedReplies(db: Db, viewer: User) {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  const { id, title } = savedReplies;
  return db.select({ id, title, kind: offeredFor }).from(savedReplies).orderBy(asc(title)).limit(mostListed);
}

export async function findSavedReply(db: Db, viewer: User, id: number) {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  const { title, bodyMarkdown } = savedReplies;
  const [savedReply] = await db
    .select({ id: savedReplies.id, title, body: bodyMarkdown, kind: offeredFor })
    .from(savedReplies)
    .where(eq(savedReplies.id, id));
  return savedReply;
}

/** The saved replies for a post, or for tickets; none for whoever does not belong to the team. */
export async function listSavedRepliesFor(db: Db, viewer: Viewer, answered: number | "ticket") {
  if (!isStaff(viewer)) return [];
  const isOfKind =
    answered === "ticket"
      ? isForTickets
      : and(not(isForTickets), eq(kind, sql`(select kind from posts where number = ${answered})`));
  return db
    .select({ id: savedReplies.id, title: savedReplies.title })
    .from(savedReplies)
    .where(or(and(isNull(kind), not(isForTickets)), isOfKind))
    .orderBy(asc(savedReplies.title))
    .limit(mostListed);
}

interface Filling {
  id: number;
  /** Of the post that is answered. */
  number: number;
  /** What to call an author who has no name. */
  nameless: string;
}

/** The text of a saved reply with the author and the title of a post filled in. */
export async function findFilledSavedReply(db: Db, viewer: Viewer, { id, number, nameless }: Filling) {
  if (!isStaff(viewer)) return undefined;
  const [found] = await db
    .select({ text: savedReplies.bodyMarkdown, title: posts.title, author: users.name })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .innerJoin(savedReplies, eq(savedReplies.id, id))
    .where(and(eq(posts.number, number), visiblePosts(db, viewer)));
  return found && fillIn(found.text, { title: found.title, author: found.author ?? nameless });
}
