import type { ActionFunctionArgs } from "@remix-run/node";
import { requireMaintainer } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { removeCompany } from "~/models/insights/companies/edit-companies.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  await removeCompany(args.context.db, { viewer, domain: args.params.domain ?? "" });
  return doneAt("/staff/companies", args.context, "done.companyRemoved");
}
