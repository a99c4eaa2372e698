import { and, asc, eq, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { inboxViews } from "#db/schema";
import { DomainError } from "../domain-error";
import type { User } from "../users/viewer";
import type { ViewsOf } from "./views-of";

/** The viewer's own views and those that the team shares, by name. */
export async function listViews(db: Db, { noun, may }: ViewsOf, viewer: User) {
  if (!may(viewer)) throw new DomainError("forbidden");
  const { id, slug, name, filter, isShared, ownerId } = inboxViews;
  const found = await db
    .select({ id, slug, name, filter, isShared, ownerId })
    .from(inboxViews)
    .where(and(eq(inboxViews.noun, noun), or(eq(ownerId, viewer.id), eq(isShared, true))))
    .orderBy(asc(name), asc(id))
    .limit(100);
  return found.map(({ ownerId, ...view }) => ({ ...view, isOwn: ownerId === viewer.id }));
}
