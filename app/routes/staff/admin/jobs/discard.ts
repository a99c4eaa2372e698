import type { ActionFunctionArgs } from "@remix-run/node";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { discardJobs } from "~/models/admin/jobs/settle-jobs.server";
import { choice } from "./choice";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const chosen = await readForm(args, choice);
  const count = await discardJobs(args.context.db, { viewer, ...chosen });
  return doneAt("/staff/jobs", args.context, "done.jobsDiscarded", { count });
}
