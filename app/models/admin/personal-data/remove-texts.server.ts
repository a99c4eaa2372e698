import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { bugDetails, comments, notes, posts, revisions } from "#db/schema";
import { recordEvents } from "../../core/events/record.server";
import type { NewEvent } from "../../core/events/types";
import { keepWordings } from "../../core/wordings/keep-wordings.server";
import { standingFor, takeTurnsAtMerging } from "../../feedback/posts/duplicates.server";

interface RemoveTexts {
  /** Who carries it out. */
  actorId: string;
  userId: string;
  at: Date;
}

/**
 * Takes away what somebody wrote, and what it said before. Comments are gone. Posts that nobody else cared for are
 * gone as well; the others belong to those who voted and answered, too: they stay, as a title without a text.
 */
export async function removeTexts(tx: Db, { actorId, userId, at }: RemoveTexts): Promise<void> {
  await takeTurnsAtMerging(tx);
  await tx.delete(notes).where(eq(notes.authorId, userId));
  const happened = [...(await removePosts(tx, userId, at)), ...(await removeComments(tx, userId, at))];
  const page = 1000;
  for (let i = 0; i < happened.length; i += page) {
    await recordEvents(
      tx,
      happened.slice(i, i + page).map((event) => ({ ...event, actorId, at }) as NewEvent),
    );
  }
}

type Happened = Pick<NewEvent, "type" | "data" | "postId" | "commentId">;

const noBugText = {
  stepsMarkdown: "",
  stepsHtml: "",
  expectedMarkdown: "",
  expectedHtml: "",
  actualMarkdown: "",
  actualHtml: "",
  version: "",
};

async function removePosts(tx: Db, userId: string, at: Date): Promise<Happened[]> {
  const own = await tx
    .select({
      id: posts.id,
      number: posts.number,
      title: posts.title,
      deletedAt: posts.deletedAt,
      isShared: isShared(userId).mapWith(Boolean),
    })
    .from(posts)
    .where(eq(posts.authorId, userId))
    // Originals first, as whoever merges holds them.
    .orderBy(sql`${posts.mergedInto} is not null`, posts.id)
    .for("update");
  if (own.length === 0) return [];
  const ids = (some: typeof own) => some.map(({ id }) => id);
  const [shared, alone] = [own.filter((post) => post.isShared), own.filter((post) => !post.isShared)];
  const isOwn = tx.select({ id: posts.id }).from(posts).where(eq(posts.authorId, userId));
  const noText = { bodyMarkdown: "", bodyHtml: "", excerpt: "", flags: [], fingerprint: null };
  await tx.update(posts).set(noText).where(eq(posts.authorId, userId));
  await tx
    .update(posts)
    .set({ title: "…", deletedAt: sql`coalesce(${posts.deletedAt}, ${at.toISOString()})` })
    .where(isAmong(posts.id, ids(alone)));
  await tx.update(bugDetails).set(noBugText).where(inArray(bugDetails.postId, isOwn));
  await tx.delete(revisions).where(and(inArray(revisions.postId, isOwn), isNull(revisions.commentId)));
  await keepWordings(
    tx,
    own.map(({ number, title, isShared }) => ({ number, title: isShared ? title : "…", text: "" })),
  );
  return [
    ...shared.map(({ id }): Happened => ({ type: "post.edited", postId: id, data: { fields: ["body"] } })),
    ...alone
      .filter((post) => !post.deletedAt)
      .map(({ id }): Happened => ({ type: "post.deleted", postId: id, data: {} })),
  ];
}

/** One array, however many: a list of parameters ends at 65,535. */
const isAmong = (column: typeof posts.id, ids: string[]): SQL => sql`${column} = any(${`{${ids.join(",")}}`}::uuid[])`;

/** Whether others voted for a post, commented on it, moved it or merged it. */
const isShared = (userId: string) => sql<boolean>`(
  exists (select from votes where votes.post_id = ${posts.id} and votes.user_id <> ${userId})
  or exists (select from comments where comments.post_id = ${posts.id} and comments.author_id <> ${userId})
  or exists (select from moves where moves.post_id = ${posts.id} and moves.actor_id <> ${userId})
  or exists (select from merges where ${posts.id} in (merges.duplicate_id, merges.original_id)))`;

/** Counts follow in `forget-traces`, post by post. */
async function removeComments(tx: Db, userId: string, at: Date): Promise<Happened[]> {
  const isOwn = tx.select({ id: comments.id }).from(comments).where(eq(comments.authorId, userId));
  await tx.delete(revisions).where(inArray(revisions.commentId, isOwn));
  const removed = await tx
    .update(comments)
    .set({ deletedAt: at })
    .where(and(eq(comments.authorId, userId), isNull(comments.deletedAt)))
    .returning({
      id: comments.id,
      shownOn: standingFor(comments.postId),
    });
  await emptyDeletedComments(tx, userId);
  return removed.map(({ id, shownOn }) => ({ type: "comment.deleted", postId: shownOn, commentId: id, data: {} }));
}

/** Comments that were deleted are no texts that stay: nobody reads them, so nobody needs them. */
export async function emptyDeletedComments(tx: Db, userId: string): Promise<void> {
  await tx
    .update(comments)
    .set({ bodyMarkdown: "", bodyHtml: "", flags: [], fingerprint: null })
    .where(and(eq(comments.authorId, userId), isNotNull(comments.deletedAt)));
}
