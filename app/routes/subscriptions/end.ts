import type { ActionFunctionArgs } from "@remix-run/node";
import { requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { unsubscribeMember } from "~/models/telling/subscriptions/subscription-links.server";
import { findSubject } from "./find-subject.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const { about, path, roadmapId } = await findSubject(args);
  await unsubscribeMember(args.context.db, { viewer, roadmapId });
  return doneAt(path, args.context, about === "roadmap" ? "done.roadmapUnsubscribed" : "done.unsubscribed");
}
