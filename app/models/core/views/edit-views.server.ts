import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { inboxViews } from "#db/schema";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import { makeOnce } from "../make-once.server";
import { slugify } from "../text/slug";
import type { User } from "../users/viewer";
import type { ViewDraft } from "./view-draft";
import type { ViewsOf } from "./views-of";

interface CreateView {
  viewer: User;
  /** Made by the form, which keeps one view. */
  id?: string;
  draft: ViewDraft;
  /** The query of an address. */
  filter: string;
  at?: Date;
}

/** Keeps what a list shows under a name, whose address stays the same when it is renamed. Throws `forbidden`. */
export async function createView(
  db: Db,
  views: ViewsOf,
  { viewer, id: formId, draft, filter, at = new Date() }: CreateView,
): Promise<string> {
  if (!views.may(viewer)) throw new DomainError("forbidden");
  const values = { ...draft, noun: views.noun, filter, ownerId: viewer.id, createdAt: at };
  const sent = { viewer, id: formId, content: { noun: views.noun, draft, filter }, at };
  return db.transaction((tx) =>
    makeOnce(tx, sent, async () => {
      const { id, slug } = await insertUnderFreeSlug(tx, views, values);
      await recordEvent(tx, { type: "view.created", actorId: viewer.id, data: { viewId: id }, at });
      return slug;
    }),
  );
}

/**
 * A name that is taken gets an address with a number and is not refused: what has it may be somebody's private view,
 * which nobody else shall hear of.
 */
async function insertUnderFreeSlug(
  tx: Db,
  { reserved }: ViewsOf,
  values: Omit<typeof inboxViews.$inferInsert, "slug">,
) {
  const wanted = slugify(values.name) || "view";
  for (let next = reserved.includes(wanted) ? 2 : 1; ; next += 1) {
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
  views: ViewsOf,
  { viewer, id, draft, at = new Date() }: ChangeView & { draft: ViewDraft },
): Promise<void> {
  if (!views.may(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [view] = await tx
      .update(inboxViews)
      .set(draft)
      .where(isOwn(views, viewer, id))
      .returning({ id: inboxViews.id });
    if (!view) throw new DomainError("notFound");
    await recordEvent(tx, { type: "view.edited", actorId: viewer.id, data: { viewId: id }, at });
  });
}

/** Throws `forbidden`. */
export async function deleteView(db: Db, views: ViewsOf, { viewer, id, at = new Date() }: ChangeView): Promise<void> {
  if (!views.may(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [view] = await tx
      .delete(inboxViews)
      .where(isOwn(views, viewer, id))
      .returning({ id: inboxViews.id });
    if (view) await recordEvent(tx, { type: "view.deleted", actorId: viewer.id, data: { viewId: id }, at });
  });
}

const isOwn = ({ noun }: ViewsOf, viewer: User, id: number) =>
  and(eq(inboxViews.id, id), eq(inboxViews.noun, noun), eq(inboxViews.ownerId, viewer.id));
