import type { ActionFunctionArgs } from "@remix-run/node";
import { readNumber, requireArticlePublisher } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deleteSection } from "~/models/help/sections/edit-sections.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireArticlePublisher(args);
  await deleteSection(args.context.db, { viewer, id: readNumber(args.params.id) });
  return doneAt("/staff/help/sections", args.context, "done.sectionDeleted");
}
