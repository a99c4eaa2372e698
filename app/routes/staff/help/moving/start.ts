import type { ActionFunctionArgs } from "@remix-run/node";
import { requireArticlePublisher, requireId } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { startImport } from "~/models/help/moving/import-articles.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireArticlePublisher(args);
  const id = requireId(args.params);
  await startImport(args.context.db, { viewer, id });
  return doneAt(`/staff/help/moving/${id}`, args.context, "done.importStarted");
}
