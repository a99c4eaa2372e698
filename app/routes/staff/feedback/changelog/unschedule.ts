import type { ActionFunctionArgs } from "@remix-run/node";
import { requireNumber, requirePublisher } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { unscheduleEntry } from "~/models/feedback/changelog/schedule-entry.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requirePublisher(args);
  const number = requireNumber(args.params);
  await unscheduleEntry(args.context.db, { viewer, number });
  return doneAt(`/staff/changelog/${number}`, args.context, "done.entryUnscheduled");
}
