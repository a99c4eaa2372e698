import type { LoaderFunctionArgs } from "@remix-run/node";
import { readNumber, requireMaintainer } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { findEveryRoadmap, listColumns } from "~/models/feedback/roadmaps/queries.server";

/** Somebody who curates, and what: the roadmap in the address, be it switched off. */
export async function requireCurated(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db } = args.context;
  const roadmap = await findEveryRoadmap(db, requireRoadmapId(args.params));
  if (!roadmap) throw new DomainError("notFound");
  return { viewer, db, roadmap, columns: await listColumns(db, roadmap.id) };
}

/** The roadmap in `/staff/roadmaps/:id`. */
export const requireRoadmapId = ({ id }: { id?: string }): number => readNumber(id);

/** The column in `/staff/roadmaps/:id/columns/:column`. */
export const requireColumnId = ({ column }: { column?: string }): number => readNumber(column);
