import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireMaintainer, requireNumber, wantsJson } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { moveCard, stepCard } from "~/models/feedback/roadmaps/move-card.server";
import { steps } from "~/models/feedback/roadmaps/step";
import { requireRoadmapId } from "./load-curated.server";
import { seenIn } from "./seen-in";

/** `7:12`: in column 7 above post 12; `7:`: at its end. */
const destination = z
  .string()
  .regex(/^[1-9]\d{0,8}:(?:[1-9]\d{0,8})?$/)
  .transform((text) => {
    const [columnId, before] = text.split(":");
    return { columnId: Number(columnId), ...(before && { before: Number(before) }) };
  });

const moveForm = z.union([
  z.object({ from: seenIn, step: z.enum(steps) }),
  z.object({ from: seenIn, to: destination }),
]);

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db } = args.context;
  const card = { viewer, roadmapId: requireRoadmapId(args.params), number: requireNumber(args.params) };
  const wish = await readForm(args, moveForm);
  if ("step" in wish) await stepCard(db, { ...card, ...wish });
  else await moveCard(db, { ...card, ...wish });
  if (wantsJson(args.request)) return json({});
  return doneAt(`/staff/roadmaps/${card.roadmapId}/cards#card-${card.number}`, args.context, "done.cardMoved");
}
