import type { ActionFunctionArgs } from "@remix-run/node";
import { requireNumber, requirePublisher } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { unpublishEntry } from "~/models/feedback/changelog/publish-entry.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requirePublisher(args);
  const number = requireNumber(args.params);
  await unpublishEntry(args.context.db, { viewer, number });
  return doneAt(`/staff/changelog/${number}`, args.context, "done.entryUnpublished");
}
