import { and, eq, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { comments, moves, posts, users } from "#db/schema";
import type { User } from "../../core/users/viewer";
import { visiblePosts } from "../posts/visible-posts.server";

/** Somebody who can be mentioned. */
export interface Mentionable {
  handle: string;
  name: string;
}

const mostOnPost = 20;

/** Who takes part in a post: its author, who commented, who moved it; without the viewer. */
export async function listPeopleOnPost(db: Db, viewer: User, number: number): Promise<Mentionable[]> {
  return selectPeople(db, and(mayBeMentioned(viewer), isOnPost(db, viewer, number)), mostOnPost);
}

interface Search {
  /** The beginning of a handle or of a part of a name. */
  beginning: string;
  /** Whose people come first. */
  number?: number;
}

/** Characters; for fewer only the people on the post are searched. */
const shortest = 2;
const mostFound = 8;

/** Whom somebody may mean who types `@` and a beginning: at most eight, the people on the post first. */
export async function searchPeople(db: Db, viewer: User, { beginning, number }: Search): Promise<Mentionable[]> {
  const pattern = `${beginning.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const hasHandle = sql`${users.handle} like ${pattern}`;
  const hasName = or(sql`lower(${users.name}) like ${pattern}`, sql`lower(${users.name}) like ${`% ${pattern}`}`);
  const may = mayBeMentioned(viewer);
  const near = number
    ? await selectPeople(db, and(may, or(hasHandle, hasName), isOnPost(db, viewer, number)), mostFound)
    : [];
  if (near.length === mostFound || [...beginning].length < shortest) return near;
  const all = await selectAnybody(db, { hasHandle: and(may, hasHandle), hasName: and(may, hasName) });
  const known = new Set(near.map(({ handle }) => handle));
  return [...near, ...all.filter(({ handle }) => !known.has(handle))].slice(0, mostFound);
}

const mayBeMentioned = (viewer: User): SQL | undefined =>
  and(isNotNull(users.handle), isNotNull(users.name), isNull(users.blockedAt), ne(users.id, viewer.id));

function isOnPost(db: Db, viewer: User, number: number): SQL {
  const post = db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.number, number), visiblePosts(db, viewer)));
  return sql`${users.id} in (
    select ${posts.authorId} from ${posts} where ${posts.id} in ${post}
    union select ${comments.authorId} from ${comments}
      where ${comments.postId} in ${post} and ${comments.deletedAt} is null
    union select ${moves.actorId} from ${moves} where ${moves.postId} in ${post})`;
}

const mostNamed = 200;

/** The first by handle whose handle or name begins so, from an index for each; of a common name not all are looked at. */
async function selectAnybody(db: Db, { hasHandle, hasName }: Record<"hasHandle" | "hasName", SQL | undefined>) {
  const people = db.select({ handle: users.handle, name: users.name }).from(users);
  const byHandle = people.where(hasHandle).orderBy(sql`${users.handle} using ~<~`).limit(mostFound);
  const named = db
    .$with("named")
    .as(db.select({ handle: users.handle, name: users.name }).from(users).where(hasName).limit(mostNamed));
  const byName = db.with(named).select().from(named);
  const found = await union(byHandle, byName).orderBy(sql`handle`).limit(mostFound);
  return found.map(({ handle, name }) => ({ handle: handle ?? "", name: name ?? "" }));
}

async function selectPeople(db: Db, where: SQL | undefined, limit: number): Promise<Mentionable[]> {
  const found = await db
    .select({ handle: users.handle, name: users.name })
    .from(users)
    .where(where)
    .orderBy(users.handle)
    .limit(limit);
  return found.map(({ handle, name }) => ({ handle: handle ?? "", name: name ?? "" }));
}
