import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { entries } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { settleId } from "../../core/settle-id.server";
import { renderMarkdown } from "../../core/text/markdown.server";
import { mayPublish } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { EntryDraft } from "./draft";
import { holdEntry } from "./hold-entry.server";
import { existingLabelIds } from "./labels.server";
import { linkPosts } from "./link-posts.server";

interface CreateEntry {
  viewer: User;
  /** Made by the client: the same form sent again gives the entry that it made, another makes another. */
  id: string;
  draft: EntryDraft;
  at?: Date;
}

/**
 * Writes a new entry, which nobody sees until it is published. Throws `forbidden`, `busy`, `idTaken` or
 * `postNotFound`.
 */
export async function createEntry(
  db: Db,
  { viewer, id: clientId, draft, at = new Date() }: CreateEntry,
): Promise<{ number: number }> {
  if (!mayPublish(viewer)) throw new DomainError("forbidden");
  const words = await textsOf(viewer, draft);
  return db.transaction(async (tx) => {
    const sent = { viewer, id: clientId, content: draft };
    const { id, isThere, fingerprint } = await settleId(tx, { table: entries, owner: entries.authorId }, sent);
    if (isThere) return findNumber(tx, id);
    const labelIds = await existingLabelIds(tx, draft.labelIds);
    const [made] = await tx
      .insert(entries)
      .values({ id, authorId: viewer.id, ...words, labelIds, createdAt: at, fingerprint })
      .returning({ number: entries.number });
    if (!made) throw new Error("An entry was written and is not there.");
    await linkPosts(tx, { viewer, entryId: id, numbers: draft.postNumbers });
    await recordEvent(tx, { type: "entry.created", actorId: viewer.id, data: { entryId: id }, at });
    return made;
  });
}

async function findNumber(tx: Db, id: string): Promise<{ number: number }> {
  const [entry] = await tx.select({ number: entries.number }).from(entries).where(eq(entries.id, id));
  if (!entry) throw new Error("An entry was there and is gone within one transaction.");
  return entry;
}

interface EditEntry {
  viewer: User;
  number: number;
  draft: EntryDraft;
  at?: Date;
}

/**
 * Changes an entry, published or not. Posts that are linked to a published one stay where they stand. Throws `busy`,
 * `forbidden`, `notFound` or `postNotFound`.
 */
export async function editEntry(db: Db, { viewer, number, draft, at = new Date() }: EditEntry): Promise<void> {
  const words = await textsOf(viewer, draft);
  await db.transaction(async (tx) => {
    const entry = await holdEntry(tx, viewer, number);
    const labelIds = await existingLabelIds(tx, draft.labelIds);
    const changesPosts = await linkPosts(tx, { viewer, entryId: entry.id, numbers: draft.postNumbers });
    const fields = [
      ...(["title", "bodyMarkdown"] as const).filter((field) => entry[field] !== words[field]),
      ...(String(entry.labelIds) === String(labelIds) ? [] : ["labelIds"]),
      ...(changesPosts ? ["posts"] : []),
    ];
    if (fields.length === 0) return;
    const editedAt = entry.publishedAt ? at : null;
    await tx
      .update(entries)
      .set({ ...words, labelIds, editedAt })
      .where(eq(entries.id, entry.id));
    await recordEvent(tx, { type: "entry.edited", actorId: viewer.id, data: { entryId: entry.id, fields }, at });
  });
}

async function textsOf(viewer: User, { title, body }: EntryDraft) {
  const { html, excerpt, version } = await renderMarkdown(body, viewer.id);
  return { title, bodyMarkdown: body, bodyHtml: html, htmlVersion: version, excerpt };
}
