import type { ActionFunctionArgs } from "@remix-run/node";
import { readForm } from "~/http/forms.server";
import { requireMaintainer, requireNumber } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { effortDraft, setEffort } from "~/models/insights/requests/set-effort.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const number = requireNumber(args.params);
  const { effort } = await readForm(args, effortDraft);
  await setEffort(args.context.db, { viewer, number, effort });
  return doneAt(`/staff/requests/${number}`, args.context, "done.saved");
}
