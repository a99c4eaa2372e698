import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { endOneSession } from "~/models/core/sign-in/sessions.server";
import * as field from "~/models/core/text/fields";

const form = z.object({ id: z.string().regex(/^[\da-f]{64}$/, field.say({ code: "choice" })) });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const { id } = await readForm(args, form);
  await endOneSession(args.context.db, { viewer, id });
  return doneAt("/me/sessions", args.context, "done.sessionEnded");
}
