import type { ActionFunctionArgs } from "@remix-run/node";
import { requireMaintainer } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { removeColumn } from "~/models/feedback/roadmaps/edit-columns.server";
import { requireColumnId, requireRoadmapId } from "./load-curated.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const roadmapId = requireRoadmapId(args.params);
  await removeColumn(args.context.db, { viewer, roadmapId, columnId: requireColumnId(args.params) });
  return doneAt(`/staff/roadmaps/${roadmapId}/columns`, args.context, "done.columnRemoved");
}
