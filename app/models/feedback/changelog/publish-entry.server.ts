import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { entries } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayPublish } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { finishPosts } from "./finish-posts.server";
import { type HeldEntry, holdEntry } from "./hold-entry.server";
import { countThanked } from "./thanks.server";

interface Publication {
  viewer: User;
  /** Mails subscribers, if they have not been told of it before. */
  tellsSubscribers: boolean;
  /** The official answer that moves its posts, in Markdown. */
  sayAnswer: (entry: { number: number; title: string }) => string;
  at?: Date;
}

/**
 * Shows an entry to everybody, and moves its posts to shipped or fixed. Where one of them cannot, nothing happens at
 * all and the message says which. Throws `entryPublished`, `forbidden`, `notFound`, `postNotFinishable`,
 * `answerNeeded`, `illegalMove`, `busy`, `postMerged` or `movedMeanwhile`.
 */
export async function publishEntry(
  db: Db,
  { number, ...publication }: Publication & { number: number },
): Promise<void> {
  await db.transaction(async (tx) => {
    const entry = await holdEntry(tx, publication.viewer, number);
    if (entry.publishedAt) throw new DomainError("entryPublished");
    await publishHeld(tx, entry, publication);
  });
}

/** Publishes an entry that the caller has locked. */
export async function publishHeld(
  tx: Db,
  entry: HeldEntry,
  { viewer, tellsSubscribers, sayAnswer, at = new Date() }: Publication,
): Promise<void> {
  if (!mayPublish(viewer)) throw new DomainError("forbidden");
  const { id, announcedAt } = entry;
  await finishPosts(tx, { viewer, entryId: id, answer: sayAnswer(entry), at });
  const isNews = tellsSubscribers && !announcedAt;
  await tx
    .update(entries)
    .set({
      publishedAt: at,
      announcedAt: isNews ? at : announcedAt,
      thankedCount: await countThanked(tx, id),
      ...unscheduled,
    })
    .where(eq(entries.id, id));
  await recordEvent(tx, { type: "entry.published", actorId: viewer.id, data: { entryId: id, isNews }, at });
}

/** The columns of an entry that is not scheduled. */
export const unscheduled = { scheduledFor: null, schedulerId: null, refusal: null } as const;

interface ChangeEntry {
  viewer: User;
  number: number;
  at?: Date;
}

/**
 * Makes a published entry a draft again. Its posts stay where they are, and mails that went out are out. Throws
 * `entryNotPublished`, `forbidden` or `notFound`.
 */
export async function unpublishEntry(db: Db, { viewer, number, at = new Date() }: ChangeEntry): Promise<void> {
  await db.transaction(async (tx) => {
    const entry = await holdEntry(tx, viewer, number);
    if (!entry.publishedAt) throw new DomainError("entryNotPublished");
    await tx.update(entries).set({ publishedAt: null, editedAt: null }).where(eq(entries.id, entry.id));
    await recordEvent(tx, { type: "entry.unpublished", actorId: viewer.id, data: { entryId: entry.id }, at });
  });
}

/** Deletes an entry for good, whatever its state. Throws `forbidden` or `notFound`. */
export async function deleteEntry(db: Db, { viewer, number, at = new Date() }: ChangeEntry): Promise<void> {
  await db.transaction(async (tx) => {
    const { id } = await holdEntry(tx, viewer, number);
    await tx.delete(entries).where(eq(entries.id, id));
    await recordEvent(tx, { type: "entry.deleted", actorId: viewer.id, data: { entryId: id }, at });
  });
}
