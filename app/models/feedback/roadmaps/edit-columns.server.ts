import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { roadmapCards, roadmapColumns } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { makeOnce } from "../../core/make-once.server";
import type { User } from "../../core/users/viewer";
import { isByHand } from "./column";
import type { ColumnDraft } from "./draft";
import { type HeldRoadmap, holdRoadmap, labelOf, requireColumn } from "./hold-roadmap.server";
import { limits } from "./limits";

interface ChangeColumns {
  viewer: User;
  roadmapId: number;
  draft: ColumnDraft;
  at?: Date;
}

interface AddColumn extends ChangeColumns {
  /** Made by the form, which adds one column. */
  id?: string;
}

/** Throws `tooManyColumns`, `forbidden`, `notFound` or `statusTaken`. */
export async function addColumn(db: Db, { viewer, id, roadmapId, draft, at = new Date() }: AddColumn): Promise<void> {
  await db.transaction(async (tx) => {
    const roadmap = await holdRoadmap(tx, viewer, roadmapId);
    await makeOnce(tx, { viewer, id, content: { roadmapId, column: draft }, at }, async () => {
      if (roadmap.columns.length >= limits.columns.max)
        throw new DomainError("tooManyColumns", { params: { max: limits.columns.max } });
      requireFreeStatuses(roadmap, draft);
      const row = { roadmapId, ...draft };
      const [column] = await tx.insert(roadmapColumns).values(row).returning({ id: roadmapColumns.id });
      if (!column) throw new Error("A column was not there after it was added.");
      const data = { roadmapId, column: { name: draft.name, statuses: draft.statuses } };
      await recordEvent(tx, { type: "roadmap.column_added", actorId: viewer.id, data, at });
      return column.id;
    });
  });
}

interface EditColumn extends ChangeColumns {
  columnId: number;
}

/**
 * A column that statuses feed from now on lets go of the cards that it held by hand. Throws `forbidden`, `notFound`,
 * `columnGone` or `statusTaken`.
 */
export async function editColumn(
  db: Db,
  { viewer, roadmapId, columnId, draft, at = new Date() }: EditColumn,
): Promise<void> {
  await db.transaction(async (tx) => {
    const roadmap = await holdRoadmap(tx, viewer, roadmapId);
    const column = requireColumn(roadmap, columnId);
    requireFreeStatuses(roadmap, draft, columnId);
    if (!isByHand(draft)) await letGo(tx, columnId);
    await tx.update(roadmapColumns).set(draft).where(eq(roadmapColumns.id, column.id));
    const data = { roadmapId, column: { name: draft.name, statuses: draft.statuses } };
    await recordEvent(tx, { type: "roadmap.column_edited", actorId: viewer.id, data, at });
  });
}

/** Throws `forbidden`, `notFound` or `columnGone`. */
export async function removeColumn(
  db: Db,
  { viewer, roadmapId, columnId, at = new Date() }: Omit<EditColumn, "draft">,
): Promise<void> {
  await db.transaction(async (tx) => {
    const roadmap = await holdRoadmap(tx, viewer, roadmapId);
    const column = requireColumn(roadmap, columnId);
    await letGo(tx, columnId);
    await tx.delete(roadmapColumns).where(eq(roadmapColumns.id, columnId));
    const data = { roadmapId, column: labelOf(column) };
    await recordEvent(tx, { type: "roadmap.column_removed", actorId: viewer.id, data, at });
  });
}

async function letGo(tx: Db, columnId: number): Promise<void> {
  await tx.update(roadmapCards).set({ columnId: null, rank: null }).where(eq(roadmapCards.columnId, columnId));
}

/** A post stands in one column, so a status feeds one. */
function requireFreeStatuses({ columns }: HeldRoadmap, { statuses }: ColumnDraft, columnId?: number): void {
  const taken = columns.filter(({ id }) => id !== columnId).flatMap((column) => column.statuses);
  const status = statuses.find((one) => taken.includes(one));
  if (status) throw new DomainError("statusTaken", { field: "statuses", params: { status } });
}
