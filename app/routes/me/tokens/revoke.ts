import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { revokeToken } from "~/models/core/tokens/own-tokens.server";

const form = z.object({ id: field.clientId() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const { id } = await readForm(args, form);
  await revokeToken(args.context.db, { viewer, id });
  return doneAt("/me/tokens", args.context, "done.tokenRevoked");
}
