import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireMaintainer, requireNumber } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { removeCard } from "~/models/feedback/roadmaps/move-card.server";
import { requireRoadmapId } from "./load-curated.server";
import { seenIn } from "./seen-in";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const roadmapId = requireRoadmapId(args.params);
  const { from } = await readForm(args, z.object({ from: seenIn }));
  await removeCard(args.context.db, { viewer, roadmapId, number: requireNumber(args.params), from });
  return doneAt(`/staff/roadmaps/${roadmapId}/cards`, args.context, "done.cardRemoved");
}
