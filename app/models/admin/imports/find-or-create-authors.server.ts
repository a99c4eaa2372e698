import { and, asc, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import type { ImportedPost } from "./imported-post";

/** An author as a source names them: by address, by name alone, or not at all. */
export type Author = Pick<ImportedPost, "authorName" | "authorEmail" | "source">;

/** Gives the id of the user who wrote a post. */
type AuthorOf = (post: Author) => string;

/**
 * The people who wrote `posts`. Somebody new becomes a user whom nobody has claimed: by e-mail address, which
 * signing in claims, or else by name alone. A name alone never means a user who has an address, whoever
 * else may be called so. Posts without author belong to one user named after their source.
 */
export async function findOrCreateAuthors(tx: Db, posts: Author[], at: Date): Promise<AuthorOf> {
  const named = posts.filter((post) => !post.authorEmail).map(nameOf);
  const byEmail = await findOrCreateByEmail(tx, posts, at);
  const byName = await findOrCreateByName(tx, [...new Set(named)], at);
  return (post) => {
    const id = post.authorEmail ? byEmail.get(post.authorEmail) : byName.get(nameOf(post));
    if (!id) throw new Error("An author was there and is gone within one transaction.");
    return id;
  };
}

const nameOf = (post: Author): string => post.authorName || post.source;

async function findOrCreateByEmail(tx: Db, posts: Author[], at: Date): Promise<Map<string, string>> {
  const names = new Map<string, string | null>();
  for (const { authorEmail, authorName } of posts) {
    if (authorEmail) names.set(authorEmail, names.get(authorEmail) ?? authorName ?? null);
  }
  if (names.size === 0) return new Map();
  const rows = [...names].map(([email, name]) => ({ id: uuid(), email, name, createdAt: at }));
  await tx.insert(users).values(rows).onConflictDoNothing();
  const found = await tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(inArray(users.email, [...names.keys()]));
  return new Map(found.map(({ id, email }) => [email ?? "", id]));
}

async function findOrCreateByName(tx: Db, names: string[], at: Date): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const found = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(isNull(users.email), inArray(users.name, names)))
    .orderBy(asc(users.id));
  const ids = new Map(found.map(({ id, name }) => [name ?? "", id]));
  const rows = names.filter((name) => !ids.has(name)).map((name) => ({ id: uuid(), name, createdAt: at }));
  if (rows.length > 0) await tx.insert(users).values(rows);
  for (const { id, name } of rows) ids.set(name, id);
  return ids;
}
