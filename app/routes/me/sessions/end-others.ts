import type { ActionFunctionArgs } from "@remix-run/node";
import { requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { storedSessionId } from "~/http/session.server";
import { endOtherSessions } from "~/models/core/sign-in/sessions.server";

/** Signs out everywhere else. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  await endOtherSessions(args.context.db, { viewer, here: storedSessionId(args.context) });
  return doneAt("/me/sessions", args.context, "done.othersEnded");
}
