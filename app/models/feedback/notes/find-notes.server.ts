import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { notes, posts, users } from "#db/schema";
import { mayNote } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { visiblePosts } from "../posts/visible-posts.server";

const mostListed = 100;

/** The latest notes on a post, the newest first; undefined for those who may not read them. */
export async function listNotes(db: Db, viewer: Viewer, postId: string) {
  if (!mayNote(viewer)) return undefined;
  const { id, bodyHtml, createdAt, editedAt, authorId } = notes;
  return db
    .select({ id, bodyHtml, createdAt, editedAt, authorId, authorName: users.name })
    .from(notes)
    .innerJoin(users, eq(users.id, authorId))
    .where(eq(notes.postId, postId))
    .orderBy(desc(createdAt))
    .limit(mostListed);
}

/** A note as it was typed, with the number of its post. */
export async function findNote(db: Db, viewer: Viewer, id: string) {
  if (!mayNote(viewer)) return undefined;
  const [note] = await db
    .select({ id: notes.id, number: posts.number, body: notes.bodyMarkdown, authorId: notes.authorId })
    .from(notes)
    .innerJoin(posts, eq(posts.id, notes.postId))
    .where(and(eq(notes.id, id), visiblePosts(db, viewer)));
  return note;
}
