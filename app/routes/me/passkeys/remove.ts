import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireFreshUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { removePasskey } from "~/models/core/sign-in/passkeys/own-passkeys.server";

const form = z.object({ id: z.string().max(2000) });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireFreshUser(args);
  const { id } = await readForm(args, form);
  const { db, needsPasskey, isMute } = args.context;
  await removePasskey(db, { viewer, id, needsPasskey, isMute });
  return doneAt("/me/sessions", args.context, "done.passkeyRemoved");
}
