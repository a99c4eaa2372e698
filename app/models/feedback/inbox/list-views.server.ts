import { asc, eq, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { inboxViews } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";

/** The viewer's own views and those that the team shares, by name. */
export async function listViews(db: Db, viewer: User) {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const { id, slug, name, filter, isShared, ownerId } = inboxViews;
  const found = await db
    .select({ id, slug, name, filter, isShared, ownerId })
    .from(inboxViews)
    .where(or(eq(ownerId, viewer.id), eq(isShared, true)))
    .orderBy(asc(name), asc(id))
    .limit(100);
  return found.map(({ ownerId, ...view }) => ({ ...view, isOwn: ownerId === viewer.id }));
}
