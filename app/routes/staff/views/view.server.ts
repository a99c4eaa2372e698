import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { v7 as uuid } from "uuid";
import { readNumber } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import type { User } from "~/models/core/users/viewer";
import { createView, deleteView, editView } from "~/models/core/views/edit-views.server";
import { listViews } from "~/models/core/views/list-views.server";
import { type ViewDraft, viewDraft } from "~/models/core/views/view-draft";
import type { ViewsOf } from "~/models/core/views/views-of";
import { home, viewPath } from "../bulk/home";

export const viewForm = viewDraft.extend({ id: field.newId() });

/** The form of a view that is there, or of a new one. */
export async function loadView({ params, context }: LoaderFunctionArgs, viewer: User, views: ViewsOf) {
  const { db, words } = context;
  const { id } = params;
  const own = id ? (await listViews(db, views, viewer)).filter(({ isOwn }) => isOwn) : [];
  const chosen = own.find((view) => String(view.id) === id);
  if (id && !chosen) throw new DomainError("notFound");
  return {
    head: { title: words.t(chosen ? "inboxViews.edit" : "inboxViews.create"), isPrivate: true },
    chosen: chosen && { id: chosen.id, name: chosen.name, isShared: chosen.isShared },
    newId: uuid(),
  };
}

interface SaveView {
  viewer: User;
  views: ViewsOf;
  draft: ViewDraft;
  /** What a new one shows. */
  filter: string;
  /** Of its form. */
  id: string | undefined;
}

/** Keeps a view, or names it anew. */
export async function saveView(
  { params, context }: ActionFunctionArgs,
  { viewer, views, draft, filter, id: newId }: SaveView,
) {
  const { db } = context;
  const { id } = params;
  if (id) {
    await editView(db, views, { viewer, id: readNumber(id), draft });
    return doneAt(home[views.noun], context, "done.saved");
  }
  const slug = await createView(db, views, { viewer, id: newId, draft, filter });
  return doneAt(viewPath(views.noun, slug), context, "done.saved");
}

export async function removeView({ params, context }: ActionFunctionArgs, viewer: User, views: ViewsOf) {
  await deleteView(context.db, views, { viewer, id: readNumber(params.id) });
  return doneAt(home[views.noun], context, "inboxViews.deleted");
}
