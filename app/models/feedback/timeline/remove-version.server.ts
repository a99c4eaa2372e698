import { and, desc, eq, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments, portalExports, revisions } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayEdit } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { findPost } from "../posts/find-post.server";
import { holdPost } from "../posts/hold-post.server";
import { plainDiff } from "../revisions/plain-diff";

interface RemoveVersion {
  viewer: User;
  /** Of the post whose history shows it. */
  number: number;
  /** Of the change before which it said so. */
  id: number;
  /** What it said even before that, too. */
  withOlder: boolean;
  at?: Date;
}

/**
 * Takes out of a history, for good, what a text said before a change. Who changed it, and when, stays, and who took
 * it out. For moderators and whoever wrote the text; what the text says today is a matter of editing it. Throws
 * `notFound` or `forbidden`.
 */
export async function removeVersion(db: Db, { viewer, number, id, withOlder, at = new Date() }: RemoveVersion) {
  await db.transaction(async (tx) => {
    await holdPost(tx, viewer, number);
    const revision = await findVersion(tx, viewer, { number, id });
    const isOfText = and(eq(revisions.postId, revision.postId), isSame(revision.commentId));
    const isMeant = and(
      isOfText,
      withOlder ? lte(revisions.id, id) : eq(revisions.id, id),
      isNull(revisions.removedAt),
    );
    const removed = await tx
      .update(revisions)
      .set({ before: emptied, diff: {}, removedAt: at, removedBy: viewer.id })
      .where(isMeant)
      .returning({ id: revisions.id });
    if (removed.length === 0) return;
    if (!withOlder) await hideIn(tx, { id, isOfText, fields: revision.fields });
    const about = { actorId: viewer.id, at };
    // They have a copy of it, and one that is under way may have.
    for (const { id: exportId } of await tx.delete(portalExports).returning({ id: portalExports.id })) {
      await recordEvent(tx, { type: "export.deleted", data: { exportId }, ...about });
    }
    await recordEvent(tx, {
      type: "revision.removed",
      ...about,
      postId: revision.postId,
      commentId: revision.commentId ?? undefined,
      data: { revisionIds: removed.map((one) => one.id).sort((a, b) => a - b) },
    });
  });
}

const isSame = (commentId: string | null): SQL =>
  commentId ? eq(revisions.commentId, commentId) : isNull(revisions.commentId);

/** The names of the fields stay, so that the change before it is known to have led to a text that was removed. */
const emptied = sql`(select coalesce(jsonb_object_agg(field, ''), '{}') from jsonb_object_keys(${revisions.before}) as field)`;

/** The change before it led to this text: it shows only what it led away from. */
async function hideIn(
  tx: Db,
  { id, isOfText, fields }: { id: number; isOfText: SQL | undefined; fields: string[] },
): Promise<void> {
  for (const field of fields) {
    const [earlier] = await tx
      .select({ id: revisions.id, before: revisions.before, diff: revisions.diff })
      .from(revisions)
      .where(and(isOfText, lt(revisions.id, id), sql`jsonb_exists(${revisions.before}, ${field})`))
      .orderBy(desc(revisions.id))
      .limit(1);
    if (!earlier?.diff || Object.keys(earlier.diff).length === 0) continue;
    const before = (earlier.before[field] ?? "").slice(0, 5000).toWellFormed();
    const diff = { ...earlier.diff, ...plainDiff([{ field, before, after: null }]) };
    await tx.update(revisions).set({ diff }).where(eq(revisions.id, earlier.id));
  }
}

/** A change that the history of this post shows, for somebody who may take out what it said before. */
export async function findVersion(db: Db, viewer: User, { number, id }: { number: number; id: number }) {
  const post = await findPost(db, viewer, number);
  if (!post) throw new DomainError("notFound");
  const { postId, commentId, createdAt, removedAt, before } = revisions;
  const [revision] = await db
    .select({ postId: sql<string>`${postId}`, commentId, createdAt, removedAt, before, commenterId: comments.authorId })
    .from(revisions)
    .leftJoin(comments, eq(comments.id, commentId))
    .where(and(eq(revisions.id, id), isNull(comments.deletedAt), isShownOn(post.id)));
  if (!revision) throw new DomainError("notFound");
  const { before: texts, commenterId, ...rest } = revision;
  if (!mayEdit(viewer, { authorId: rest.commentId ? commenterId : post.authorId })) throw new DomainError("forbidden");
  return { ...rest, fields: Object.keys(texts) };
}

/** Whether a revision is shown on a post: its own, or of a comment on it or on a duplicate. */
const isShownOn = (postId: string): SQL => sql`(${revisions.postId} = ${postId} or ${revisions.commentId} is not null
  and exists (select from posts as home where home.id = ${revisions.postId} and home.merged_into = ${postId}))`;
