import { type ActionFunctionArgs, json } from "@remix-run/node";
import { readForm } from "~/http/forms.server";
import { readNumber, requireArticlePublisher, wantsJson } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { rowMove } from "~/models/core/row-move";
import { moveSection } from "~/models/help/sections/edit-sections.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireArticlePublisher(args);
  const move = await readForm(args, rowMove);
  await moveSection(args.context.db, { viewer, id: readNumber(args.params.id), move });
  if (wantsJson(args.request)) return json({});
  return doneAt("/staff/help/sections", args.context, "done.saved");
}
