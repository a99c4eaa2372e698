import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { inboxViews } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { slugify } from "../../core/text/slug";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { type InboxFilter, writeInboxFilter } from "./filter";
import type { ViewDraft } from "./view-draft";

interface CreateView {
  viewer: User;
  draft: ViewDraft;
  filter: InboxFilter;
  at?: Date;
}

/** Keeps what the inbox shows under a name, whose address stays the same when it is renamed. Throws `forbidden`. */
export async function createView(db: Db, { viewer, draft, filter, at = new Date() }: CreateView): Promise<string> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const values = { ...draft, filter: writeInboxFilter(filter), ownerId: viewer.id, createdAt: at };
  return db.transaction(async (tx) => {
    const { id, slug } = await insertUnderFreeSlug(tx, values);
    await recordEvent(tx, { type: "view.created", actorId: viewer.id, data: { viewId: id }, at });
    return slug;
  });
}

/**
 * A name that is taken gets an address with a number and is not refused: what has it may be somebody's private view,
 * which nobody else shall hear of.
 */
async function insertUnderFreeSlug(tx: Db, values: Omit<typeof inboxViews.$inferInsert, "slug">) {
  const wanted = slugify(values.name) || "view";
  // These are addresses of the inbox itself.
  for (let next = ["bulk", "views"].includes(wanted) ? 2 : 1; ; next += 1) {
    const [view] = await tx
      .insert(inboxViews)
      .values({ ...values, slug: next === 1 ? wanted : `${wanted}-${next}` })
      .onConflictDoNothing()
      .returning({ id: inboxViews.id, slug: inboxViews.slug });
    if (view) return view;
  }
}

interface ChangeView {
  viewer: User;
  id: number;
  at?: Date;
}

/** Its owner names it anew, or shares it. Throws `forbidden` or `notFound`. */
export async function editView(
  db: Db,
  { viewer, id, draft, at = new Date() }: ChangeView & { draft: ViewDraft },
): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [view] = await tx.update(inboxViews).set(draft).where(isOwn(viewer, id)).returning({ id: inboxViews.id });
    if (!view) throw new DomainError("notFound");
    await recordEvent(tx, { type: "view.edited", actorId: viewer.id, data: { viewId: id }, at });
  });
}

/** Throws `forbidden`. */
export async function deleteView(db: Db, { viewer, id, at = new Date() }: ChangeView): Promise<void> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [view] = await tx.delete(inboxViews).where(isOwn(viewer, id)).returning({ id: inboxViews.id });
    if (view) await recordEvent(tx, { type: "view.deleted", actorId: viewer.id, data: { viewId: id }, at });
  });
}

const isOwn = (viewer: User, id: number) => and(eq(inboxViews.id, id), eq(inboxViews.ownerId, viewer.id));
