import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { roadmaps } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayTriage } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { Column } from "./column";
import { listColumns } from "./queries.server";

export interface HeldRoadmap {
  id: number;
  columns: Column[];
}

/**
 * A roadmap with its columns, kept still until the transaction ends: whoever curates the same one takes turns, so that
 * nobody's move is lost and no two cards are given the same place.
 */
export async function holdRoadmap(tx: Db, viewer: User, id: number): Promise<HeldRoadmap> {
  if (!mayTriage(viewer)) throw new DomainError("forbidden");
  const [roadmap] = await tx.select({ id: roadmaps.id }).from(roadmaps).where(eq(roadmaps.id, id)).for("update");
  if (!roadmap) throw new DomainError("notFound");
  return { ...roadmap, columns: await listColumns(tx, id) };
}

/** The column with this id. Throws `columnGone`: somebody may have removed it while the form was open. */
export function requireColumn({ columns }: HeldRoadmap, id: number): Column {
  const column = columns.find((one) => one.id === id);
  if (!column) throw new DomainError("columnGone", { field: "columnId" });
  return column;
}

/** What a column is called, for the history. */
export const labelOf = ({ name, statuses }: Column) => ({ name, statuses });
