import { and, desc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { comments, posts, revisions, users } from "#db/schema";
import type { Comparison } from "#db/schema/core/events";
import { mayEdit } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { visiblePosts } from "../posts/visible-posts.server";
import { plainDiff } from "../revisions/plain-diff";
import { textsAround } from "../revisions/texts-after.server";

const pageLength = 20;
/** Characters and pieces of all changes on a page; one change has at most a third of them. */
const budget = { characters: 60_000, pieces: 1200 };
/** Characters of each side of a change that is not compared yet. */
const beginning = 4000;

export interface Change {
  id: number;
  at: Date;
  editorName: string | null;
  /** Null where the post itself was changed. */
  commentId: string | null;
  /** By field; empty where the text was removed. */
  fields: Comparison;
  /** When what it said before was removed for good, and by whom. */
  removedAt: Date | null;
  remover: { name: string | null; isAuthor: boolean };
  mayRemove: boolean;
}

const removers = alias(users, "removers");

/**
 * A page of the changes of a post's text and of its comments, those on its duplicates among them; the latest first.
 * Nothing is compared here: readers come often, and at the same time. `next` is where the next page begins.
 */
export async function listChanges(
  db: Db,
  viewer: Viewer,
  { post, before }: { post: { id: string; authorId: string }; before?: number },
): Promise<{ changes: Change[]; next?: number }> {
  const found = await selectChanges(db, viewer, post.id, before);
  const plain = await textsAround(
    db,
    found.flatMap(({ id, diff, removedAt }) => (diff || removedAt ? [] : [id])),
    beginning,
  );
  const changes = found.map(({ diff, commenterId, removedBy, removerName, ...change }) => {
    const authorId = change.commentId ? commenterId : post.authorId;
    return {
      ...change,
      fields: diff ?? plainDiff(plain.get(change.id) ?? []),
      remover: { name: removerName, isAuthor: removedBy === authorId },
      mayRemove: !change.removedAt && mayEdit(viewer, { authorId }),
    };
  });
  const page = withinBudget(changes.slice(0, pageLength));
  return { changes: page, next: page.length < changes.length ? page.at(-1)?.id : undefined };
}

function withinBudget(changes: Change[]): Change[] {
  const left = { ...budget };
  const end = changes.findIndex(({ fields }, i) => {
    const pieces = Object.values(fields).flat();
    left.pieces -= pieces.length;
    for (const [, text] of pieces) left.characters -= text.length;
    return i > 0 && (left.pieces < 0 || left.characters < 0);
  });
  return end < 0 ? changes : changes.slice(0, end);
}

function selectChanges(db: Db, viewer: Viewer, postId: string, before: number | undefined) {
  const duplicates = db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.mergedInto, postId), visiblePosts(db, viewer)));
  // An array, so that the index of `revisions` is asked for each of them.
  const shown = and(
    sql`${revisions.postId} = any(array(select ${postId}::uuid union all ${duplicates}))`,
    or(eq(revisions.postId, postId), isNotNull(revisions.commentId)),
  );
  return db
    .select({
      id: revisions.id,
      commentId: revisions.commentId,
      diff: revisions.diff,
      at: revisions.createdAt,
      editorName: users.name,
      removedAt: revisions.removedAt,
      removerName: removers.name,
      removedBy: revisions.removedBy,
      commenterId: comments.authorId,
    })
    .from(revisions)
    .innerJoin(users, eq(users.id, revisions.editorId))
    .leftJoin(removers, eq(removers.id, revisions.removedBy))
    .leftJoin(comments, eq(comments.id, revisions.commentId))
    .where(and(shown, isNull(comments.deletedAt), before ? lt(revisions.id, before) : undefined))
    .orderBy(desc(revisions.id))
    .limit(pageLength + 1);
}
