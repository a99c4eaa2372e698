import type { ActionFunctionArgs } from "@remix-run/node";
import { readNumber, requireStaff } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { restoreSynonyms } from "~/models/feedback/synonyms/edit-synonyms.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireStaff(args);
  await restoreSynonyms(args.context.db, { viewer, id: readNumber(args.params.id) });
  return doneAt("/staff/synonyms", args.context, "done.saved");
}
