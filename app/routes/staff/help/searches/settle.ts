import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireWriter } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { settleSearch } from "~/models/help/searches/list-searches.server";
import { longestSearch } from "~/models/help/searches/searched-text";

const form = z.object({ question: field.line({ max: longestSearch }) });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireWriter(args);
  const { question } = await readForm(args, form);
  await settleSearch(args.context.db, viewer, question);
  return doneAt("/staff/help/searches", args.context, "done.searchSettled");
}
