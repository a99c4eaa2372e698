import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { roadmaps } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { RoadmapDraft } from "./draft";

interface CreateRoadmap {
  viewer: User;
  draft: RoadmapDraft;
  at?: Date;
}

/** Throws `forbidden` or `nameTaken`. */
export async function createRoadmap(
  db: Db,
  { viewer, draft, at = new Date() }: CreateRoadmap,
): Promise<{ id: number }> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  return db.transaction(async (tx) => {
    const [roadmap] = await tx
      .insert(roadmaps)
      .values({ ...draft, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: roadmaps.id });
    if (!roadmap) throw new DomainError("nameTaken", { field: "slug" });
    const data = { roadmapId: roadmap.id, name: draft.name };
    await recordEvent(tx, { type: "roadmap.created", actorId: viewer.id, data, at });
    return roadmap;
  });
}

/** Throws `forbidden`, `notFound` or `nameTaken`. */
export async function editRoadmap(
  db: Db,
  { viewer, id, draft, at = new Date() }: CreateRoadmap & { id: number },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [before] = await tx.select().from(roadmaps).where(eq(roadmaps.id, id)).for("update");
    if (!before) throw new DomainError("notFound");
    const [sameSlug] = await tx.select({ id: roadmaps.id }).from(roadmaps).where(eq(roadmaps.slug, draft.slug));
    if (sameSlug && sameSlug.id !== id) throw new DomainError("nameTaken", { field: "slug" });
    const fields = Object.keys(draft).filter((name) => isChanged(before, draft, name as keyof RoadmapDraft));
    if (fields.length === 0) return;
    await tx.update(roadmaps).set(draft).where(eq(roadmaps.id, id));
    await recordEvent(tx, { type: "roadmap.edited", actorId: viewer.id, data: { roadmapId: id, fields }, at });
  });
}

const isChanged = (before: RoadmapDraft, after: RoadmapDraft, name: keyof RoadmapDraft): boolean =>
  JSON.stringify(before[name]) !== JSON.stringify(after[name]);
