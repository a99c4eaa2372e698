import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireFreshUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { providerName } from "~/http/sign-in-with.server";
import { removeIdentity } from "~/models/core/sign-in/identities.server";

const form = z.object({ id: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireFreshUser(args);
  const { context } = args;
  const { id } = await readForm(args, form);
  const { db, isMute } = context;
  const nameOf = (key: string) => providerName(context, key);
  const removed = await removeIdentity(db, { viewer, id, nameOf, isMute });
  return removed
    ? doneAt("/me/sessions", context, "done.identityRemoved", { provider: removed })
    : doneAt("/me/sessions", context);
}
