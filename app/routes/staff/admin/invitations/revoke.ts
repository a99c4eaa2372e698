import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin, requireId } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { revokeInvitation } from "~/models/admin/invitations/invite.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  await revokeInvitation(args.context.db, { viewer, id: requireId(args.params) });
  return doneAt("/staff/invitations", args.context, "done.revoked");
}
