import type { ActionFunctionArgs } from "@remix-run/node";
import { requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { unsubscribeMember } from "~/models/changelog/subscription-links.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  await unsubscribeMember(args.context.db, { viewer });
  return doneAt("/changelog", args.context, "done.unsubscribed");
}
