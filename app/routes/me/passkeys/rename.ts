import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { passkeyName } from "~/models/core/sign-in/passkeys/draft";
import { renamePasskey } from "~/models/core/sign-in/passkeys/own-passkeys.server";

const form = z.object({ id: z.string().max(2000), name: passkeyName });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const { id, name } = await readForm(args, form);
  await renamePasskey(args.context.db, { viewer, id, name });
  return doneAt("/me/sessions", args.context, "done.passkeyRenamed");
}
